"""The content: what is shipped, what editors make of it, and files that hold either."""

# Whose tables hold content; those of accounts and of what the site notes for itself do not.
APPS = ("roles", "salaries")

# In the order in which they lean on each other.
FIXTURES = (
    "sources",
    "roles",
    "guide",
    "comparison",
    "skills",
    "tools",
    "paths",
    "fit",
    "interview",
    "answers",
    "releases",
    "places",
    "figures",
    "observed",
    "factors",
    "rates",
)

# Where an export puts a kind of which nothing is shipped.
HOMES = {"salaries.payresolution": "answers"}

"""The content as shipped."""

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

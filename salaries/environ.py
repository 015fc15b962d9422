"""What whoever stands before Django says in the environment of a request."""

# The state of the database as it was before the request was answered, if that is known: while it
# is the same, nothing was committed.
STATE = "tpmguide.state"

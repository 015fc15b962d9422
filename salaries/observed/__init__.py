"""Observed figures, computed from the observations of a release through its snapshot."""

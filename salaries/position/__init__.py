"""A visitor's own pay: how it is typed, and where it lies beside a figure. Pure."""

"""A pay band built around one figure, beside those of the levels next to it."""

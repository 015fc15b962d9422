"""The page of one source: what it is, and everything that rests on it."""

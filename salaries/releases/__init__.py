"""Releases as a whole: their steps, what they hold, and how two of them differ."""

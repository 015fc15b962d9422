"""The page that sets up to four slices of pay side by side."""

"""What a spreadsheet would run, in files that are written here and in files that come in."""

# A text cell that starts with one of these is taken for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: object) -> object:
    """Return a text so that no spreadsheet takes it for a formula; a number as it is."""
    is_formula = isinstance(cell, str) and cell.startswith(FORMULA_STARTS)
    return f"'{cell}" if is_formula else cell

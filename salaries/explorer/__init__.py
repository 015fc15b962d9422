"""One answer, drawn and said in every way that a visitor meets it."""

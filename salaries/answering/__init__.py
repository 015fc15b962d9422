"""The rows that answer a slice, each made once, in their order."""

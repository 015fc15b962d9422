"""The slice that a visitor asks for, and everything that may be asked."""

"""The pages of the career guide, one module per part of it."""

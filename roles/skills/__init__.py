"""Skills by career level: the matrix of all of them, and the page of each."""

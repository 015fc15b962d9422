"""What each database does for the search, behind one interface."""

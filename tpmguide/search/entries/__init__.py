"""What can be found: everything that the site says, as entries with an address each."""

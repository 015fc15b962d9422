"""Finds anything the site says: entries made of the content, a query read, a page of results."""

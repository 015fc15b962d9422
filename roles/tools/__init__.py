"""Tools and techniques: the list by stage of the lifecycle, and a page for each."""

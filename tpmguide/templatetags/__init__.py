"""What templates of this project can say beyond Django's own words."""

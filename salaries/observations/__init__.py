"""Files of observations: read, checked and compared; staged, and then shown in one step."""

"""The plan of a step between two levels, which needs the skills of the guide and the pay."""

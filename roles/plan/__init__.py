"""What lies between a person's own skills and the next level: gaps, and a first step for each."""

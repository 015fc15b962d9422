"""Interview questions by career level and skill, each with what a good answer shows."""

"""Cities where they lie: dots with numbers, and a coast to see by; pure."""

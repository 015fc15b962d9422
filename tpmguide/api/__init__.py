"""What the pages say, for programs: read only, versioned, and described by its own schema."""

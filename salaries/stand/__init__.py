"""Where a visitor's own pay lies beside the figures of one slice; nothing of it is kept."""

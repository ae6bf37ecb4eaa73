"""The frameworks an office works by: those that are shipped, and corrections it installed."""

"""The systems an office works in: one folder each, always with the same file names."""

"""A report as data: read from a file, checked, and written to a file."""

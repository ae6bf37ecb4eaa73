"""A report as data, its JSON and the schema of that JSON."""

"""Commands of the foundation of files."""

"""Commands of the foundation of offices."""

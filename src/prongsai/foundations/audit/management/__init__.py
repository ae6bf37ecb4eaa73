"""Commands of the foundation of history."""

"""Commands of the foundation of publications."""

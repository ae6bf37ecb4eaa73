"""Template tags for published pages."""

"""Template tags for the public page of a report."""

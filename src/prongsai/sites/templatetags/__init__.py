"""The shells as template tags."""

"""The forms of disclosure."""

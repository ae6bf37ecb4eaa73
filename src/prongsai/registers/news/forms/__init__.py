"""The forms of news."""

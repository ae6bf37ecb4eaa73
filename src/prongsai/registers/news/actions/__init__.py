"""What can be done with news."""

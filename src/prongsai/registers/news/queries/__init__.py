"""What is asked of news."""

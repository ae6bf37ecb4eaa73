"""What is asked of disclosure."""

"""What is asked of directory."""

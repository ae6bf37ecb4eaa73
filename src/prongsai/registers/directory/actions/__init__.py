"""What can be done with directory."""

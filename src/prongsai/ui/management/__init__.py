"""What `prongsai manage` learns from the look."""

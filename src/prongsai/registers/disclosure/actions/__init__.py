"""What can be done with disclosure."""

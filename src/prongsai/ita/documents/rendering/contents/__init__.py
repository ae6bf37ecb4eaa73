"""What each official document is made of, as blocks."""

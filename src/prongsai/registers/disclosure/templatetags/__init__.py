"""What the pages of published items draw."""

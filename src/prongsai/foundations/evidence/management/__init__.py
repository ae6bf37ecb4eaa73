"""Commands of this foundation."""

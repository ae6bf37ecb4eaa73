"""The components of the design system, one small module for each family."""

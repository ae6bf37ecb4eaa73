"""The pages of disclosure in the back office."""

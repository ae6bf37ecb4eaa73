"""The pages of directory in the back office."""

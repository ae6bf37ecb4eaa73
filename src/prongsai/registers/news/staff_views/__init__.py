"""The pages of news in the back office."""

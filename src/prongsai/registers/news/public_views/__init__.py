"""The pages of news for anyone: the list, one article, the feed."""

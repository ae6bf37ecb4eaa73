"""People who sign in, the posts they hold, and who stands in for whom."""

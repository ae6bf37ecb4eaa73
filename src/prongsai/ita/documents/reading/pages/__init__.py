"""What stands on the page: every format as the same blocks, within limits."""

"""What a tired reader misses in a report."""

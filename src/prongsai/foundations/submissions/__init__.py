"""A form sent twice is done once; a page gone stale is told and overwrites nothing."""

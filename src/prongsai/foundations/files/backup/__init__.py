"""Everything of an installation in one file with digests, and back again."""

"""Frozen public snapshots: digest, version, permanent address, withdrawal with a reason."""

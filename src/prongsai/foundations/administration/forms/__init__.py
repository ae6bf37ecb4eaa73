"""The forms of administration; each only reads, an action writes."""

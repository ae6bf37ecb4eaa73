"""Every way to read reports: what they are composed of, what is wrong, what is missing."""

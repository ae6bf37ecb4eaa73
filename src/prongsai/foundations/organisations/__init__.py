"""Offices, their divisions and days of work; the office a request belongs to."""

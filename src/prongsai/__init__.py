"""Integrity and transparency work of Thai local governments."""

__version__ = "0.1.0"

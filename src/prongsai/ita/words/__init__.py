"""Sentences for codes, in Thai and in English."""

"""The words of everything that is published, found again in Thai and in English."""

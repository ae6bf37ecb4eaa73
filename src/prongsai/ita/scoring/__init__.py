"""Scores, levels, and what it takes to reach the next one."""

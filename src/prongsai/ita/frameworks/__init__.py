"""What the assessment of each fiscal year demands, as dated data with sources."""

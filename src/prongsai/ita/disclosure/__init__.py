"""What is shown for an item of the assessment, checked against what the year demands."""

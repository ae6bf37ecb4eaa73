"""Papers this register prints: the reports of the year, each with its proof at the end."""

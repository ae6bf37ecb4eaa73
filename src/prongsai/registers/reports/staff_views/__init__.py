"""Pages of reports in the back office."""

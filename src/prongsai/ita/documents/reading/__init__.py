"""From a file to a report: first what stands on the page, then what it means."""

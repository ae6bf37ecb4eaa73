"""From a report to an official document: PDF, DOCX and HTML."""

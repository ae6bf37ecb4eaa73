"""Forms of assessments, one module for each kind of page."""

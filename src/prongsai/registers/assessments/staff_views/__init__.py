"""Pages of assessments in the back office, one module for each kind."""

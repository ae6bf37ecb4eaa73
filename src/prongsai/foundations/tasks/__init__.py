"""Background work in the same database: kept, found again after a kill, failures told."""

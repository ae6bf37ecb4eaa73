"""History nobody can change: one chained line for every deed, per office."""

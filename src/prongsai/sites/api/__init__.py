"""The interface for programs: what is public, to be read and nothing else."""

"""One module for each kind of deed."""

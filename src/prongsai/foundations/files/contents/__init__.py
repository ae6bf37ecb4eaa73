"""One module for each family of formats: whether a file opens as what it claims to be."""

"""One rule, one function, one code; a module for each subject."""

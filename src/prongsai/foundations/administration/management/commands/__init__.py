"""Commands that set up an empty installation."""

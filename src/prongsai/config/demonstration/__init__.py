"""An invented office with its people and a year of work, made through the actions."""

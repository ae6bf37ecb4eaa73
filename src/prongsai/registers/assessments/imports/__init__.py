"""What comes out of a report file: its text line by line, its values and their places."""

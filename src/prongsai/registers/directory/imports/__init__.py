"""Files of people and terms: read, checked row by row, shown before anything is written."""

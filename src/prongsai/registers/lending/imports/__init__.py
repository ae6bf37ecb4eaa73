"""Files of assets: read, checked row by row, shown before anything is written."""

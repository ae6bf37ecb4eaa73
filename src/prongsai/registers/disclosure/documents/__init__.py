"""The files of a published item: the official paper, and the workbook with every row."""

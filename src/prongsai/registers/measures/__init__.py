"""Measures (S02, S03): from a weak point to a measure, its steps, its owners, its outcome.

For the analyst who plans the year, the divisions that do the work, and the chief
permanent officer who sees what is late. Measures answer the items of the assessment that
ask how the office uses its result and promotes integrity.
"""

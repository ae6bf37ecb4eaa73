"""The reports of the year (S05, S07): composed from the records, checked, approved, published.

For the analyst who compiles them, the chain that signs them, and the public that reads
them. Every figure stays linked to where it was taken.
"""

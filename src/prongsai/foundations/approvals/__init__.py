"""Memos and chains of opinions; a decision binds the digest of what was decided."""

"""How lists of this register are searched and narrowed."""

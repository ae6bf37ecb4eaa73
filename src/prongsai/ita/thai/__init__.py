"""How Thai offices write: digits, dates, fiscal years, periods, names, texts."""

"""Papers this register prints: labels, count sheets, forms and reports."""

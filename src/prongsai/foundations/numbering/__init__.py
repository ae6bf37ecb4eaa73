"""Gap-free running numbers per office, kind and year; a voided number stays visible."""

"""A stored figure is append-only on both engines."""

from prongsai.foundations.records.promises import never_changed

PROMISES = [never_changed("evidence_storedfigure")]

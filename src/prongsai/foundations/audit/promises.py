"""History is append-only, by trigger, on both engines."""

from prongsai.foundations.records.promises import never_changed

PROMISES = [never_changed("audit_event")]

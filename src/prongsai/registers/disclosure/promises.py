"""What the watcher met and what the self-check found is never changed afterwards."""

from prongsai.foundations.records.promises import never_changed

PROMISES = [
    never_changed("disclosure_visit"),
]

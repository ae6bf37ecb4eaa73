"""What was published, and what was withdrawn, is append-only on both engines."""

from prongsai.foundations.records.promises import never_changed

PROMISES = [
    never_changed("publications_version"),
    never_changed("publications_publishedfile"),
    never_changed("publications_withdrawal"),
]

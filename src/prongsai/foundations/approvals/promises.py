"""The texts a memo once had, and declarations of interest, are never changed."""

from prongsai.foundations.records.promises import never_changed

PROMISES = [
    never_changed("approvals_revision"),
    never_changed("approvals_interestdeclaration"),
]

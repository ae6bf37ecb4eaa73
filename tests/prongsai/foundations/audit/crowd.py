"""Sixteen writers at one moment; run as a program on a database of its own.

``python -m tests.prongsai.foundations.audit.crowd lines|numbers``
"""

# ruff: noqa: E402, T201  # Django is set up first; it is a program that says what it did

import sys

import django

django.setup()

from django.db import transaction

from prongsai.foundations.audit import actions as audit
from prongsai.foundations.audit.verifying import verify
from prongsai.foundations.numbering import actions as numbering
from prongsai.foundations.numbering import queries
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, make_office
from tests.crowds import side_by_side

WRITERS, EACH = 16, 4


def main(what: str) -> None:
    """Let the crowd write, then say what is there."""
    office = make_office()
    tenancy._current.set(None)

    def line(n: int) -> None:
        audit.record("test.deed", on=office, by=None, at=NOW, writer=n)

    def number(n: int) -> None:
        numbering.take("memo", by=None, at=NOW)
        transaction.set_rollback(n % 4 == 3)  # every fourth deed fails after all

    deed = {"lines": line, "numbers": number}[what]

    def write(n: int) -> str:
        for _ in range(EACH):
            with tenancy.acting_for(office.pk), transaction.atomic():
                deed(n)
        return "done"

    side_by_side(WRITERS, write)
    with tenancy.acting_for(office.pk):
        report = verify()
        print(report.lines, report.is_intact, queries.given().count(), queries.gaps())


if __name__ == "__main__":
    main(sys.argv[1])

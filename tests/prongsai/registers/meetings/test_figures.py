"""The figures of meetings and circulars: value, whole and rows without names."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from prongsai.foundations.evidence.digests import digest_of
from prongsai.ita.thai.periods import Span
from prongsai.registers.meetings import figures
from prongsai.registers.meetings.actions import circulars, planning, resolving
from tests.cast import NOW
from tests.gathering import (
    DAY,
    LATER,
    called,
    held,
    make_circle,
    minuted,
    resolved,
    sent,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

YEAR = Span(start=date(2025, 10, 1), end=date(2026, 9, 30))
NEXT = Span(start=date(2026, 10, 1), end=date(2027, 9, 30))


def test_meetings_that_took_place_are_counted():
    circle = make_circle()
    held(circle, absent=(circle.member,))
    minuted(circle)
    called(circle)
    planning.cancel(called(circle), reason="x", by=circle.clerk, at=NOW)

    assert figures.held(YEAR).value == 2
    assert figures.held(NEXT).value == 0
    found = figures.attendance(YEAR)
    assert (found.value, found.of) == (Decimal(5), Decimal(6))


def test_resolutions_count_as_done_by_the_end_of_the_period():
    circle = make_circle()
    meeting = minuted(circle).resolutions.get().meeting
    done = meeting.resolutions.get()
    resolving.finish(done, done_on=DAY, note="", by=circle.member, at=LATER)
    dropped, late = resolved(circle), resolved(circle)
    resolving.drop(dropped, reason="x", by=circle.clerk, at=LATER)
    resolving.finish(
        late,
        done_on=date(2026, 10, 2),
        note="",
        by=circle.member,
        at=datetime(2026, 10, 5, tzinfo=UTC),
    )

    found = figures.resolutions_done(YEAR)

    assert (found.value, found.of) == (Decimal(1), Decimal(2))


def test_acknowledgements_count_by_the_end_of_the_period():
    circle = make_circle()
    circular = sent(circle)
    circulars.acknowledge(circular, by=circle.head, at=NOW)
    circulars.acknowledge(circular, by=circle.officer, at=NOW + timedelta(days=400))
    sent(circle, asks_acknowledgement=False)
    circulars.withdraw(sent(circle), reason="x", by=circle.analyst, at=NOW)

    found = figures.circular_acknowledged(YEAR)

    assert found.value == 1
    assert found.of == circular.addressees.count()


@pytest.mark.parametrize("figure", figures.FIGURES, ids=lambda f: f.key)
def test_rows_hold_no_name_and_can_be_digested(figure):
    circle = make_circle()
    minuted(circle)
    circulars.acknowledge(sent(circle), by=circle.head, at=NOW)

    rows = figure.run(YEAR).rows

    assert rows
    assert len(digest_of(rows)) == 64
    assert "สมมติ" not in str(rows)

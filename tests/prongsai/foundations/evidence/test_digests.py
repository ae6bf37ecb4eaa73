"""The digest of rows depends on every cell and on nothing else."""

import datetime as dt
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prongsai.foundations.evidence.digests import UnfitCell, digest_of

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(alphabet='abกข\n," ', max_size=4),
    st.dates(),
    st.datetimes(timezones=st.just(UTC)),
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4).map(tuple), max_size=6)


class Colour(StrEnum):
    RED = "red"


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows, random):
    mixed = list(rows)
    random.shuffle(mixed)

    assert digest_of(mixed) == digest_of(rows)


def kind(cell):
    return (type(cell), cell)


@given(ROWS.filter(bool), CELLS, st.data())
def test_any_changed_cell_changes_the_digest(rows, cell, data):
    n = data.draw(st.integers(0, len(rows) - 1))
    m = data.draw(st.integers(0, len(rows[n]) - 1))
    assume(kind(rows[n][m]) != kind(cell))
    changed = list(rows)
    changed[n] = (*rows[n][:m], cell, *rows[n][m + 1 :])

    assert digest_of(changed) != digest_of(rows)


@given(ROWS.filter(bool))
def test_a_row_more_or_less_changes_the_digest(rows):
    assert digest_of(rows[1:]) != digest_of(rows)
    assert digest_of([*rows, rows[0]]) != digest_of(rows)


@pytest.mark.parametrize(
    ("one", "same"),
    [
        (1, Decimal("1.00")),
        (Decimal(0), Decimal("-0.0")),
        (Decimal("1E+2"), 100),
        ("é", "é"),
        (Colour.RED, "red"),
        (UUID(int=7), str(UUID(int=7))),
        (
            datetime(2025, 1, 1, 7, tzinfo=timezone(timedelta(hours=7))),
            datetime(2025, 1, 1, 0, tzinfo=UTC),
        ),
    ],
)
def test_what_engines_write_differently_is_the_same(one, same):
    assert digest_of([(one,)]) == digest_of([(same,)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, ""),
        (1, "1"),
        (True, 1),
        (date(2025, 1, 1), "2025-01-01"),
        (date(2025, 1, 1), datetime(2025, 1, 1, tzinfo=UTC)),
        ("a,b", "a b"),
    ],
)
def test_kinds_are_told_apart(one, other):
    assert digest_of([(one,)]) != digest_of([(other,)])


def test_where_one_cell_ends_matters():
    assert digest_of([("a", "b")]) != digest_of([("ab", "")])
    assert digest_of([("a",), ("b",)]) != digest_of([("a", "b")])
    assert digest_of([]) != digest_of([()])


@pytest.mark.parametrize(
    "cell",
    [1.5, b"x", [1], Decimal("NaN"), dt.datetime(2025, 1, 1), object()],  # noqa: DTZ001
)
def test_what_cannot_be_compared_for_ever_is_refused(cell):
    with pytest.raises(UnfitCell):
        digest_of([(cell,)])

"""A figure is taken with its proof and can be run again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.evidence import actions
from prongsai.foundations.evidence.actions import BackwardPeriod, UnfitValue
from prongsai.foundations.evidence.figures import Outcome, UnknownFigure
from prongsai.foundations.evidence.models import StoredFigure
from prongsai.foundations.organisations.models import Division
from tests.cast import NOW, make_division, make_office, make_user
from tests.prongsai.foundations.evidence.counting import FIGURE, KEY, offered

pytestmark = pytest.mark.django_db
YEAR = {"start": date(2025, 10, 1), "end": date(2026, 9, 30)}


@pytest.fixture(autouse=True)
def figure():
    with offered():
        yield


def make_stored(by=None):
    make_division()
    make_division(is_active=False)
    return actions.take(KEY, **YEAR, by=by, at=NOW)


def test_take_keeps_value_whole_period_rows_and_words():
    alice = make_user()

    stored = make_stored(by=alice)

    stored.refresh_from_db()
    assert (stored.value, stored.of, stored.row_count) == (1, 2, 2)
    assert len(stored.rows_digest) == 64
    assert stored.formula == "Divisions in use, of all divisions"
    assert Event.objects.get(verb="evidence.taken").facts["rows"] == 2


def test_take_refuses_an_administrator_who_reads_no_case():
    administrator = make_user(role=Role.ADMINISTRATOR)

    with pytest.raises(PermissionDenied):
        make_stored(by=administrator)


def test_take_refuses_a_period_that_ends_before_it_begins():
    make_office()

    with pytest.raises(BackwardPeriod):
        actions.take(KEY, start=YEAR["end"], end=YEAR["start"], by=None, at=NOW)


def test_take_refuses_a_figure_nobody_offers():
    make_office()

    with pytest.raises(UnknownFigure):
        actions.take("no.such", **YEAR, by=None, at=NOW)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal(10) ** 11])
def test_take_refuses_a_value_that_cannot_be_kept_exactly(value):
    make_office()
    strange = replace(FIGURE, key="test.x", run=lambda _: Outcome(value=value))

    with offered(strange), pytest.raises(UnfitValue):
        actions.take("test.x", **YEAR, by=None, at=NOW)


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_the_database_refuses_to_change_a_stored_figure(deed):
    make_stored()

    rows = StoredFigure.objects.all()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(value=9) if deed == "update" else rows.delete()


def test_verify_says_that_nothing_changed():
    stored = make_stored()

    verdict = actions.verify(stored, at=NOW)

    assert verdict.state == "same"
    assert verdict.now == verdict.then
    assert Event.objects.get(verb="evidence.verified").facts["outcome"] == "same"


def test_verify_shows_both_values_when_the_number_changed():
    stored = make_stored()
    make_division()

    verdict = actions.verify(stored, at=NOW)

    assert verdict.state == "changed"
    assert verdict.now
    assert [verdict.then.value, verdict.now.value] == [Decimal(1), Decimal(2)]
    assert (verdict.then.row_count, verdict.now.row_count) == (2, 3)


def test_verify_finds_a_change_that_leaves_the_number_the_same():
    stored = make_stored()
    Division.objects.filter(is_active=True).update(code="other")

    verdict = actions.verify(stored, at=NOW)

    assert verdict.state == "changed"
    assert verdict.now
    assert verdict.then.value == verdict.now.value
    assert verdict.then.rows_digest != verdict.now.rows_digest


def test_verify_says_when_no_register_offers_the_figure_any_more():
    other = replace(FIGURE, key="test.other")
    with offered(other):
        make_office()
        stored = actions.take("test.other", **YEAR, by=None, at=NOW)

    verdict = actions.verify(stored, at=NOW)

    assert (verdict.state, verdict.now) == ("gone", None)


def test_verify_refuses_a_person_without_a_post():
    stored = make_stored()
    alice = make_user(role=None)

    with pytest.raises(PermissionDenied):
        actions.verify(stored, at=NOW, by=alice)

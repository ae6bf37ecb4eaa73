"""Terms: begun, ended, corrected, struck; two people never hold one position together."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError, transaction

from prongsai.foundations.records.versions import StalePage
from prongsai.registers.directory.actions import refusals, terms
from prongsai.registers.directory.models import Term
from prongsai.registers.directory.queries import directory as queries
from tests.cast import NOW, TODAY, make_user
from tests.chairs import BASIS, BEGAN, make_keeper, make_person, make_term

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LAST = date(2024, 12, 19)


def draft(term, **fields):
    said = {"holder": term.holder, "starts_on": BEGAN, "basis": BASIS}
    return terms.TermDraft(**said | fields)


def test_one_follows_the_other_in_a_position():
    by = make_keeper()
    first = make_term(by, ends_on=LAST)

    second = make_term(by, seat=first.seat, starts_on=date(2024, 12, 20))

    assert list(queries.terms_on(LAST)) == [first]
    assert list(queries.terms_on(TODAY)) == [second]


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (TODAY, None),
        (date(2020, 1, 1), BEGAN),
        (date(2020, 1, 1), None),
        (BEGAN, BEGAN),
    ],
)
def test_two_do_not_hold_one_position_on_the_same_day(starts, ends):
    by = make_keeper()
    term = make_term(by)

    with pytest.raises(refusals.TermsOverlap):
        make_term(by, seat=term.seat, starts_on=starts, ends_on=ends)


def test_the_database_refuses_it_too():
    by = make_keeper()
    term = make_term(by)
    term.pk = None

    with (
        pytest.raises((IntegrityError, OperationalError), match="no_overlap"),
        transaction.atomic(),
    ):
        Term.save(term, force_insert=True)


def test_somebody_may_act_beside_the_holder():
    by = make_keeper()
    term = make_term(by)

    acting = make_term(by, seat=term.seat, is_acting=True)

    assert list(queries.terms_on(TODAY)) == [term, acting]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"basis": "  "}, refusals.BasisMissing),
        ({"ends_on": date(2021, 1, 1)}, refusals.BadLastDay),
    ],
)
def test_a_term_needs_a_basis_and_days_in_order(fields, refusal):
    by = make_keeper()

    with pytest.raises(refusal):
        make_term(by, **fields)


def test_end_notes_the_last_day_once():
    by = make_keeper()
    term = make_term(by)

    ended = terms.end(term, on=LAST, by=by, at=NOW)

    assert ended.ends_on == LAST
    with pytest.raises(refusals.TermOver):
        terms.end(term, on=LAST, by=by, at=NOW)


def test_end_lies_not_before_the_beginning():
    by = make_keeper()
    term = make_term(by)

    with pytest.raises(refusals.BadLastDay):
        terms.end(term, on=date(2021, 1, 1), by=by, at=NOW)


def test_correct_remembers_what_it_said_and_why():
    by = make_keeper()
    term = make_term(by)
    other = make_person(by, first_name="ตัวจริง")

    corrected = terms.correct(
        term, draft(term, holder=other), reason="พิมพ์ผิดคน", version=1, by=by, at=NOW
    )

    before = corrected.corrections.get()
    assert (before.holder, before.reason) == (term.holder, "พิมพ์ผิดคน")
    assert (corrected.holder, corrected.version) == (other, 2)


def test_correct_wants_a_reason_the_newest_page_and_free_days():
    by = make_keeper()
    first = make_term(by, ends_on=LAST)
    make_term(by, seat=first.seat, starts_on=TODAY)

    with pytest.raises(refusals.ReasonMissing):
        terms.correct(first, draft(first), reason=" ", version=1, by=by, at=NOW)
    with pytest.raises(StalePage):
        terms.correct(first, draft(first), reason="ผิด", version=7, by=by, at=NOW)
    with pytest.raises(refusals.TermsOverlap):
        terms.correct(first, draft(first), reason="ผิด", version=1, by=by, at=NOW)


def test_a_correction_is_never_changed():
    by = make_keeper()
    term = make_term(by)
    terms.correct(term, draft(term), reason="ผิด", version=1, by=by, at=NOW)
    row = term.corrections.get()
    row.reason = "อื่น"

    with (
        pytest.raises((IntegrityError, OperationalError), match="append-only"),
        transaction.atomic(),
    ):
        row.save()


def test_a_struck_term_counts_no_more():
    by = make_keeper()
    term = make_term(by)

    terms.strike(term, reason="บันทึกผิดหน่วยงาน", by=by, at=NOW)

    assert not queries.terms_on(TODAY).exists()
    assert make_term(by, seat=term.seat)
    with pytest.raises(refusals.TermStruck):
        terms.end(term, on=LAST, by=by, at=NOW)


def test_strike_wants_a_reason():
    by = make_keeper()

    with pytest.raises(refusals.ReasonMissing):
        terms.strike(make_term(by), reason="", by=by, at=NOW)


def test_the_deeds_with_terms_ask_who_does_them():
    by, other = make_keeper(), make_user()
    term = make_term(by)

    with pytest.raises(PermissionDenied):
        terms.begin(term.seat, draft(term, is_acting=True), by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        terms.end(term, on=LAST, by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        terms.correct(term, draft(term), reason="ผิด", version=1, by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        terms.strike(term, reason="ผิด", by=other, at=NOW)

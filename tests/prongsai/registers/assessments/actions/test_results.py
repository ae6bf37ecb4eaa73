"""Results of the years: entered, corrected, confirmed, opened again; refused where they must be."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import (
    InvalidMove,
    OutOfRange,
    UnknownIndicator,
    UnknownItem,
    UnknownYear,
)
from prongsai.registers.assessments.actions import results
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.models.events import EventKind
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.states import AssessmentState, Origin
from tests.cast import NOW, make_office, make_user
from tests.results import POINTS, make_result, make_values, the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DEEDS = {
    "change": lambda a, by: results.change(
        a, make_values(), version=a.version, by=by, at=NOW
    ),
    "confirm": lambda a, by: results.confirm(a, by=by, at=NOW),
    "reopen": lambda a, by: results.reopen(a, reason="ผิด", by=by, at=NOW),
    "discard": lambda a, by: results.discard(a, by=by, at=NOW),
}


def test_enter_keeps_what_was_announced_as_a_draft():
    make_office()

    made = make_result(
        confirmed=False, total=Decimal("88.94"), level="ผ่าน", items={"o1": Decimal(100)}
    )

    made.refresh_from_db()
    assert (made.state, made.origin) == (AssessmentState.DRAFT, Origin.FORM)
    assert (made.announced_total, made.announced_level) == (Decimal("88.94"), "ผ่าน")
    assert queries.points_of(made)[7] == Decimal("84.15")
    assert queries.items_of(made) == {"o1": Decimal(100)}
    assert queries.history(made)[0].kind == EventKind.ENTERED
    assert Event.objects.latest("number").verb == "assessments.result-entered"


def test_only_analyst_and_clerk_enter_a_result():
    make_office()

    for role in set(Role) - {Role.ANALYST, Role.CLERK}:
        with pytest.raises(PermissionDenied):
            make_result(by=make_user(role=role))

    assert not Assessment.objects.exists()
    assert make_result(by=make_user(role=Role.CLERK)).pk


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        (make_values(2570), results.YearToCome),
        (make_values(2563), UnknownYear),
        (make_values(points={11: "90"}), UnknownIndicator),
        (make_values(points={1: "100.01"}), OutOfRange),
        (make_values(points={1: "90.123"}), results.TooPrecise),
        (make_values(items={"o99": Decimal(1)}), UnknownItem),
        (make_values(items={"o1": Decimal(-1)}), OutOfRange),
        (make_values(total=Decimal(101)), OutOfRange),
    ],
)
def test_enter_refuses_what_the_year_does_not_have(values, refusal):
    make_office()

    with pytest.raises(refusal):
        results.enter(values, by=the_analyst(), at=NOW)

    assert not Assessment.objects.exists()


def test_enter_refuses_a_year_twice():
    make_office()
    make_result()

    with pytest.raises(results.YearExists):
        make_result()


def test_two_offices_have_their_own_year():
    make_office()
    make_result()
    other = make_user(role=Role.ANALYST, office=make_office())

    with pytest.raises(results.YearExists):
        make_result()
    assert make_result(2567).organisation_id != other.organisation_id


def test_change_keeps_what_stood_there_before():
    make_office()
    made = make_result(confirmed=False, level="ผ่าน")
    wanted = make_values(points=("95", *POINTS[1:]), level="ผ่าน", origin=Origin.SHEET)

    changed = results.change(made, wanted, version=1, by=the_analyst(), at=NOW)

    assert (changed.version, changed.origin) == (2, Origin.SHEET)
    assert queries.points_of(changed)[1] == Decimal(95)
    assert queries.history(changed)[0].changes == {"1": ["92.10", "95.00"]}


def test_change_of_nothing_writes_nothing():
    make_office()
    made = make_result(confirmed=False)

    same = results.change(made, make_values(), version=1, by=the_analyst(), at=NOW)

    assert same.version == 1
    assert len(queries.history(made)) == 1


def test_change_refuses_a_stale_page():
    make_office()
    made = make_result(confirmed=False)

    with pytest.raises(StalePage):
        results.change(made, make_values(), version=7, by=the_analyst(), at=NOW)


def test_change_refuses_another_year_and_bad_points():
    make_office()
    made = make_result(confirmed=False)

    for values, refusal in [
        (make_values(2567), results.OtherYear),
        (make_values(points={1: "101"}), OutOfRange),
    ]:
        with pytest.raises(refusal):
            results.change(made, values, version=1, by=the_analyst(), at=NOW)


def test_change_refuses_a_confirmed_result():
    make_office()
    made = make_result()

    with pytest.raises(results.AlreadyConfirmed):
        results.change(made, make_values(), version=2, by=the_analyst(), at=NOW)


def test_confirm_says_who_and_when():
    make_office()
    made = make_result(confirmed=False)

    done = results.confirm(made, by=the_analyst(), at=NOW, version=1)

    assert (done.state, done.confirmed_at) == (AssessmentState.CONFIRMED, NOW)
    assert done.confirmed_by == the_analyst()
    assert Event.objects.latest("number").verb == "assessments.result-confirmed"


def test_confirm_refuses_missing_indicators_stale_pages_and_a_second_time():
    make_office()
    partial = make_result(points={1: "90", 2: "80"}, confirmed=False)

    with pytest.raises(results.Incomplete) as refusal:
        results.confirm(partial, by=the_analyst(), at=NOW)
    with pytest.raises(StalePage):
        results.confirm(partial, by=the_analyst(), at=NOW, version=9)
    with pytest.raises(InvalidMove):
        results.confirm(make_result(2567), by=the_analyst(), at=NOW)

    assert refusal.value.facts == {"year": 2568, "missing": "3, 4, 5, 6, 7, 8, 9, 10"}


def test_reopen_keeps_the_reason_and_lets_the_values_be_corrected():
    make_office()
    made = make_result()

    opened = results.reopen(made, reason=" พิมพ์ผิด ", by=the_analyst(), at=NOW)

    assert (opened.state, opened.confirmed_by) == (AssessmentState.DRAFT, None)
    assert queries.history(made)[0].reason == "พิมพ์ผิด"
    assert queries.confirmed(2568) is None


def test_reopen_needs_a_reason_and_a_confirmed_result():
    make_office()
    draft = make_result(2567, confirmed=False)

    with pytest.raises(results.NoReason):
        results.reopen(make_result(), reason="  ", by=the_analyst(), at=NOW)
    with pytest.raises(InvalidMove):
        results.reopen(draft, reason="ผิด", by=the_analyst(), at=NOW)


def test_discard_throws_a_draft_away_but_never_what_was_confirmed_once():
    make_office()
    draft = make_result(confirmed=False)
    opened = results.reopen(make_result(2567), reason="ผิด", by=the_analyst(), at=NOW)

    results.discard(draft, by=the_analyst(), at=NOW)
    for kept in (opened, make_result(2566)):
        with pytest.raises(results.Kept):
            results.discard(kept, by=the_analyst(), at=NOW)

    assert [a.fiscal_year for a in Assessment.objects.all()] == [2567, 2566]


@pytest.mark.parametrize("deed", DEEDS)
def test_every_deed_is_the_analysts_or_the_clerks(deed):
    make_office()
    made = make_result(confirmed=deed == "reopen")

    for role in set(Role) - {Role.ANALYST, Role.CLERK}:
        with pytest.raises(PermissionDenied):
            DEEDS[deed](made, make_user(role=role))

    DEEDS[deed](made, make_user(role=Role.CLERK))


def test_the_database_itself_refuses_a_result_confirmed_by_nobody():
    make_office()
    made = make_result(confirmed=False)

    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.filter(pk=made.pk).update(state=AssessmentState.CONFIRMED)


def test_values_are_compared_as_they_are_written():
    make_office()
    made = make_result(confirmed=False)
    same = replace(
        make_values(), points={n: Decimal(v) for n, v in enumerate(POINTS, 1)}
    )

    assert results.change(made, same, version=1, by=the_analyst(), at=NOW).version == 1

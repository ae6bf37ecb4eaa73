"""Circulars: written, sent, opened, acknowledged, reminded, ended; and every refusal."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from prongsai.registers.meetings.actions import circulars, refusals
from prongsai.registers.meetings.models import Addressee, Audience, Circular
from prongsai.registers.meetings.queries import circulars as queries
from prongsai.registers.meetings.states import CircularState
from tests.cast import NOW, TODAY, make_user
from tests.gathering import copy_of, doing, drafted, make_circle, message, sent

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SOON = NOW + timedelta(hours=1)


def addressed(circular):
    return {row.person for row in queries.addressees(circular)}


def told(code):
    return Notification.objects.filter(code=code)


def test_everyone_but_the_sender_is_told_a_number_and_no_content():
    circle = make_circle()

    circular = sent(circle)

    assert (circular.number, circular.year) == (1, 2568)
    assert addressed(circular) >= {circle.officer, circle.chair, circle.secretary}
    assert circle.analyst not in addressed(circular)
    assert {n.facts["number"] for n in told("meetings.circular")} == {"ว 1/2568"}


def test_newcomers_are_not_counted():
    circular = sent(make_circle())
    before = queries.counts(circular).addressed

    make_user()

    assert queries.counts(circular).addressed == before


def test_divisions_and_people_are_chosen():
    circle = make_circle()

    by_division = sent(circle, audience=Audience.DIVISIONS, divisions=[circle.division])
    by_person = sent(circle, audience=Audience.PEOPLE, people=[circle.officer])

    assert addressed(by_division) == {circle.secretary, circle.member, circle.head}
    assert addressed(by_person) == {circle.officer}


def test_a_circular_for_nobody_is_not_sent():
    circle = make_circle()
    circular = drafted(circle, audience=Audience.PEOPLE, people=[circle.analyst])

    with pytest.raises(refusals.NobodyAddressed):
        circulars.send(circular, by=circle.analyst, at=NOW)

    assert Circular.objects.get().number is None


def test_a_circular_due_yesterday_is_not_sent():
    circle = make_circle()
    circular = drafted(circle, due_on=TODAY - timedelta(days=1))

    with pytest.raises(refusals.DueTooEarly):
        circulars.send(circular, by=circle.analyst, at=NOW)


def test_a_circular_is_sent_once_and_fixed_then():
    circle = make_circle()
    circular, by = sent(circle), doing(circle.analyst, NOW)

    with pytest.raises(InvalidMove):
        circulars.send(circular, **by)
    with pytest.raises(refusals.CircularFixed):
        circulars.edit(circular, message(), version=2, **by)


def test_a_draft_is_edited_by_one_at_a_time():
    circle = make_circle()
    circular, by = drafted(circle), doing(circle.analyst, NOW)
    said = message(audience=Audience.PEOPLE, people=[circle.head])

    circulars.edit(circular, said, version=1, **by)

    with pytest.raises(StalePage):
        circulars.edit(circular, said, version=1, **by)
    assert circular.targets.get().person == circle.head


def test_opening_counts_once():
    circle = make_circle()
    circular = sent(circle)

    circulars.open_copy(circular, by=circle.officer, at=NOW)
    circulars.open_copy(circular, by=circle.officer, at=SOON)

    assert copy_of(circular, circle.officer).read_at == NOW
    assert circulars.open_copy(circular, by=circle.analyst, at=NOW) is None


def test_acknowledging_counts_once_and_is_read_too():
    circle = make_circle()
    circular = sent(circle)

    circulars.acknowledge(circular, by=circle.officer, at=NOW)
    circulars.acknowledge(circular, by=circle.officer, at=SOON)

    copy = copy_of(circular, circle.officer)
    assert (copy.read_at, copy.acknowledged_at) == (NOW, NOW)
    found = queries.counts(circular)
    assert (found.read, found.acknowledged) == (1, 1)
    assert found.left == found.addressed - 1


def test_who_was_not_addressed_acknowledges_nothing():
    circle = make_circle()
    circular = sent(circle, audience=Audience.PEOPLE, people=[circle.head])

    with pytest.raises(PermissionDenied):
        circulars.acknowledge(circular, by=circle.officer, at=NOW)


def test_nothing_is_acknowledged_where_nothing_is_asked():
    circle = make_circle()
    quiet = sent(circle, asks_acknowledgement=False, due_on=TODAY)
    closed = circulars.close(sent(circle), by=circle.analyst, at=NOW)

    for circular in (quiet, closed):
        with pytest.raises(refusals.NothingToAcknowledge):
            circulars.acknowledge(circular, by=circle.officer, at=SOON)
        with pytest.raises(refusals.NothingToAcknowledge):
            circulars.remind(circular, by=circle.analyst, at=SOON)
    assert quiet.due_on is None


def test_only_who_has_not_acknowledged_is_reminded():
    circle = make_circle()
    people = [circle.officer, circle.head]
    circular = sent(circle, audience=Audience.PEOPLE, people=people)
    circulars.acknowledge(circular, by=circle.officer, at=NOW)

    assert circulars.remind(circular, by=circle.analyst, at=SOON) == 1
    circulars.acknowledge(circular, by=circle.head, at=SOON)

    assert {n.receiver for n in told("meetings.circular-reminder")} == {circle.head}
    with pytest.raises(refusals.NobodyToRemind):
        circulars.remind(circular, by=circle.analyst, at=SOON)


def test_a_withdrawn_circular_is_told_with_its_reason_kept():
    circle = make_circle()
    circular = sent(circle)
    end = doing(circle.analyst, SOON, reason="วันที่ผิด")

    gone = circulars.withdraw(circular, **end)

    assert (gone.state, gone.withdrawn_because) == (CircularState.WITHDRAWN, "วันที่ผิด")
    assert told("meetings.circular-withdrawn").count() == Addressee.objects.count()
    with pytest.raises(InvalidMove):
        circulars.withdraw(circular, **end)
    with pytest.raises(InvalidMove):
        circulars.close(circular, by=circle.analyst, at=SOON)


def test_a_withdrawn_draft_tells_nobody():
    circle = make_circle()

    circulars.withdraw(drafted(circle), reason="x", by=circle.analyst, at=NOW)

    assert not Notification.objects.filter(code__startswith="meetings.circ").exists()


def test_officers_write_no_circulars():
    circle = make_circle()

    for by in (circle.officer, make_user(role=Role.AUDITOR)):
        with pytest.raises(PermissionDenied):
            circulars.draft(message(), by=by, at=NOW)

    assert circulars.draft(message(), by=circle.head, at=NOW).pk


DEEDS = {
    "edit": lambda c, by: circulars.edit(c, message(), version=1, by=by, at=NOW),
    "send": lambda c, by: circulars.send(c, by=by, at=NOW),
    "remind": lambda c, by: circulars.remind(c, by=by, at=NOW),
    "close": lambda c, by: circulars.close(c, by=by, at=NOW),
    "withdraw": lambda c, by: circulars.withdraw(c, reason="x", by=by, at=NOW),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_its_writer_and_the_clerk_manage_a_circular(deed):
    circle = make_circle()
    circular = drafted(circle)

    for by in (circle.head, circle.chair, circle.officer):
        with pytest.raises(PermissionDenied):
            DEEDS[deed](circular, by)

    assert circulars.send(circular, by=circle.clerk, at=NOW).sent_by == circle.clerk


def test_who_sees_a_circular():
    circle = make_circle()
    auditor = make_user(role=Role.AUDITOR)
    stranger = make_user()
    people = [circle.member]
    circular = sent(circle, audience=Audience.PEOPLE, people=people)
    draft = drafted(circle)

    def sees(user):
        return set(queries.visible_to(user, on=TODAY))

    assert sees(circle.analyst) == sees(circle.clerk) == {circular, draft}
    for user in (circle.member, circle.head, circle.chair, auditor):
        assert sees(user) == {circular}
    assert sees(stranger) == sees(circle.officer) == set()


def test_heads_see_of_their_own_people_who_acknowledged():
    circle = make_circle()
    circular = sent(circle)

    def seen(user):
        rows = queries.addressees_seen_by(user, circular, on=TODAY)
        return {row.person for row in rows}

    assert seen(circle.officer) == {circle.officer}
    assert circle.officer not in seen(circle.head)
    assert seen(circle.head) >= {circle.head, circle.member, circle.secretary}
    assert circle.officer in seen(circle.clerk)

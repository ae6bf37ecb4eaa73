"""Parts of divisions: given, written, submitted, returned, accepted."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from prongsai.registers.measures.actions import lines, parts
from prongsai.registers.measures.actions.doing import ReasonMissing
from tests.cast import NOW, make_division, make_user
from tests.following import closed, given_part, make_field, submitted_part

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    return make_field()


def told(user):
    return list(
        Notification.objects.filter(receiver=user, code__startswith="measures.part")
        .order_by("pk")
        .values_list("code", flat=True)
    )


def test_give_tells_the_one_person_who_answers_for_it(field):
    part = given_part(field)

    assert (part.state, part.accountable) == ("draft", field.alice)
    assert told(field.alice) == ["measures.part-given"]


def test_give_works_without_a_date(field):
    assert given_part(field, due_on=None).due_on is None


def test_give_is_for_those_who_follow_the_measure(field):
    with pytest.raises(PermissionDenied):
        given_part(field, by=field.bob)


def test_give_refuses_a_second_part_for_one_division(field):
    given_part(field)

    with pytest.raises(parts.GivenAlready):
        given_part(field)


def test_give_refuses_once_the_measure_is_closed(field):
    closed(field)

    with pytest.raises(lines.NotFollowed):
        given_part(field)


def test_write_keeps_the_text_with_the_division(field):
    part = given_part(field)

    written = parts.write(part, " ทำแล้ว ", version=1, by=field.alice, at=NOW)

    assert (written.text, written.state, written.version) == ("ทำแล้ว", "draft", 2)


def test_write_is_for_the_accountable_person_alone(field):
    part = given_part(field)

    for person in (field.analyst, field.team.head, field.bob):
        with pytest.raises(PermissionDenied):
            parts.write(part, "x", version=1, by=person, at=NOW)


def test_write_tells_who_saw_an_older_version(field):
    part = given_part(field)
    parts.write(part, "หนึ่ง", version=1, by=field.alice, at=NOW)

    with pytest.raises(StalePage):
        parts.write(part, "สอง", version=1, by=field.alice, at=NOW)


def test_write_refuses_once_it_is_submitted(field):
    part = submitted_part(field)

    with pytest.raises(parts.NotWithTheDivision):
        parts.write(part, "x", version=part.version, by=field.alice, at=NOW)


def test_submit_tells_who_gave_it_and_who_compiles(field):
    part = submitted_part(field)

    assert (part.state, part.submitted_by) == ("submitted", field.alice)
    assert told(field.analyst) == ["measures.part-submitted"]


def test_submit_refuses_an_empty_part_and_other_people(field):
    part = given_part(field)

    with pytest.raises(parts.PartEmpty):
        parts.submit(part, by=field.alice, at=NOW)
    with pytest.raises(PermissionDenied):
        parts.submit(part, by=field.analyst, at=NOW)


def test_submit_refuses_a_second_time(field):
    part = submitted_part(field)

    with pytest.raises(InvalidMove):
        parts.submit(part, by=field.alice, at=NOW)


def test_return_gives_it_back_with_the_reason(field):
    part = submitted_part(field)

    returned = parts.return_(part, " ขาดภาพ ", by=field.analyst, at=NOW)

    assert (returned.state, returned.reason) == ("returned", "ขาดภาพ")
    assert told(field.alice)[-1] == "measures.part-returned"


def test_a_returned_part_is_submitted_again(field):
    part = parts.return_(submitted_part(field), "ขาดภาพ", by=field.analyst, at=NOW)

    again = parts.submit(part, by=field.alice, at=NOW)

    assert (again.state, again.settled_at) == ("submitted", None)


def test_return_needs_a_reason_a_submitted_part_and_a_judge(field):
    part = given_part(field)
    with pytest.raises(InvalidMove):
        parts.return_(part, "เหตุผล", by=field.analyst, at=NOW)

    parts.write(part, "ทำแล้ว", version=1, by=field.alice, at=NOW)
    parts.submit(part, by=field.alice, at=NOW)

    with pytest.raises(ReasonMissing):
        parts.return_(part, " ", by=field.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        parts.return_(part, "เหตุผล", by=field.bob, at=NOW)


def test_accept_settles_it_and_an_accepted_part_may_be_returned(field):
    part = parts.accept(submitted_part(field), by=field.analyst, at=NOW)
    assert (part.state, part.settled_by) == ("accepted", field.analyst)

    assert parts.return_(part, "ผิด", by=field.clerk, at=NOW).state == "returned"


def test_accept_refuses_what_is_not_submitted(field):
    with pytest.raises(InvalidMove):
        parts.accept(given_part(field), by=field.analyst, at=NOW)


def test_nobody_accepts_a_part_of_their_own(field):
    head = make_user(role=Role.HEAD, division=make_division())
    mine = given_part(field, accountable=field.analyst)
    parts.write(mine, "ทำแล้ว", version=1, by=field.analyst, at=NOW)
    parts.submit(mine, by=field.analyst, at=NOW)

    for person in (field.analyst, head):
        with pytest.raises(PermissionDenied):
            parts.accept(mine, by=person, at=NOW)
    assert parts.accept(mine, by=field.clerk, at=NOW).state == "accepted"


def test_a_part_stands_still_once_the_measure_is_closed(field):
    part = submitted_part(field)
    closed(field)

    with pytest.raises(lines.NotFollowed):
        parts.accept(part, by=field.clerk, at=NOW)

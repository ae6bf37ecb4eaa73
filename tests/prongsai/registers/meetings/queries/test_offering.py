"""What this register offers as evidence: who may name what, and what is frozen."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from prongsai.foundations.evidence import sources
from prongsai.foundations.numbering.kinds import label_of
from prongsai.registers.meetings.actions import circulars, resolving
from prongsai.registers.meetings.models import Audience
from tests.cast import NOW
from tests.gathering import (
    DAY,
    LATER,
    adopted,
    make_circle,
    minuted,
    resolved,
    sent,
)

pytestmark = pytest.mark.django_db


def offered(name, user):
    return [choice.pk for choice in sources.source(name).choices(user)]


def frozen(name, pk):
    content = sources.source(name).content_of(pk)
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False)


def test_adopted_minutes_are_offered_and_others_not():
    circle = make_circle()
    meeting = adopted(circle)
    minuted(circle)

    assert offered("meetings.minutes", circle.officer) == [meeting.pk]
    text = frozen("meetings.minutes", meeting.pk)
    assert "ให้จัดทำแผน" in text
    assert "สมมติ" not in text
    assert sources.source("meetings.minutes").url_of(meeting.pk) == (
        meeting.get_absolute_url()
    )


def test_resolutions_are_offered_once_the_minutes_are_in():
    circle = make_circle()
    row = minuted(circle).resolutions.get()
    resolved(circle)

    assert offered("meetings.resolution", circle.officer) == [row.pk]
    before = frozen("meetings.resolution", row.pk)
    resolving.finish(row, done_on=DAY, note="เสร็จ", by=circle.member, at=LATER)
    assert frozen("meetings.resolution", row.pk) != before


def test_circulars_are_offered_to_who_sees_them():
    circle = make_circle()
    circular = sent(circle, audience=Audience.PEOPLE, people=[circle.head])
    circulars.acknowledge(circular, by=circle.head, at=NOW)

    assert offered("meetings.circular", circle.analyst) == [circular.pk]
    assert offered("meetings.circular", circle.officer) == []
    content = sources.source("meetings.circular").content_of(circular.pk)
    assert (content["addressed"], content["acknowledged"]) == (1, [circle.head.pk])


def test_what_is_gone_is_told_as_such():
    make_circle()

    for name in ("meetings.minutes", "meetings.resolution", "meetings.circular"):
        with pytest.raises(Exception, match="does not exist"):
            sources.source(name).content_of(0)


def test_the_numbers_of_each_committee_have_a_name():
    assert label_of("meetings.meeting:7").endswith(" (7)")
    assert label_of("meetings.meeting:7") != "meetings.meeting:7"

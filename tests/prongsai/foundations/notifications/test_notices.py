"""Notices say numbers, dates and states, and never what a case is about."""

import re
from datetime import date

import pytest
from django.utils import translation

from prongsai.foundations.notifications import notices
from prongsai.foundations.notifications.notices import Notice, UnfitFact
from tests.cast import NOW

_PLACE = re.compile(r"%\((\w+)\)s")
PROBES = {
    **dict.fromkeys(notices.NUMBERS, "7/2569"),
    **dict.fromkeys(notices.DATES, "2025-11-23"),
    notices.STATE: "approved",
}


def test_there_are_notices():
    assert len(notices.registry()) > 5


@pytest.mark.parametrize("code", sorted(notices.registry()))
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_notice_speaks_of_facts_only(code, language):
    notice = notices.notice(code)
    with translation.override(language):
        for text in (str(notice.subject), str(notice.body)):
            wanted = set(_PLACE.findall(text))

            assert wanted <= notices.FACTS
            assert "%" not in _PLACE.sub("", text).replace("%%", "")


@pytest.mark.parametrize("code", sorted(notices.registry()))
def test_every_notice_can_be_read_with_its_facts_in_it(code):
    notice = notices.notice(code)
    names = set(_PLACE.findall(f"{notice.subject} {notice.body}"))

    subject, body = notice.texts({name: PROBES[name] for name in names})

    assert subject.strip()
    assert body.strip()
    assert "%(" not in subject + body


def test_dates_and_states_are_put_in_words_of_the_reader():
    notice = Notice(
        subject="Due %(due)s", body="It is %(state)s.", states={"late": "over-due"}
    )
    facts = notices.frozen({"due": date(2025, 11, 23), "state": "late"})

    with translation.override("en"):
        english = notice.texts(facts)
    with translation.override("th"):
        thai = notice.texts(facts)

    assert english == ("Due 23 Nov 2568", "It is over-due.")
    assert thai[0] == "Due 23 พ.ย. 2568"


def test_a_moment_is_kept_as_the_day_it_is_in_bangkok():
    assert notices.frozen({"due": NOW.replace(hour=20)}) == {"due": "2025-11-21"}


@pytest.mark.parametrize(
    "facts",
    [
        {"name": "สมชาย"},
        {"number": "นายสมมติ ทดลอง"},
        {"number": "1" * 41},
        {"due": "23 November"},
        {"state": "ไม่อนุมัติ"},
        {"count": 1.5},
        {"number": "7\n8"},
    ],
)
def test_a_fact_that_could_be_content_is_refused(facts):
    with pytest.raises(UnfitFact):
        notices.frozen(facts)

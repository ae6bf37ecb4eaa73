"""Texts are drafted from figures; what a person wrote is never overwritten."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.records.versions import StalePage
from prongsai.registers.assessments.actions import narratives as actions
from prongsai.registers.assessments.actions import results
from prongsai.registers.assessments.models import IndicatorScore
from prongsai.registers.assessments.queries import narratives as queries
from tests.cast import NOW, make_office, make_user
from tests.readings import (
    INDICATORS,
    LEVEL,
    analyst,
    make_analysis,
    narrative_of,
    take_year,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def office():
    return make_office()


def correct(assessment, number, points):
    """Open the result again, correct one indicator, confirm it."""
    by = analyst()
    results.reopen(assessment, reason="พิมพ์ผิด", by=by, at=NOW)
    assessment.refresh_from_db()
    known = {row.number: row.points for row in assessment.indicators.all()}
    values = results.Values(
        fiscal_year=assessment.fiscal_year,
        points=known | {number: points},
        total=assessment.announced_total,
        level=LEVEL,
    )
    results.change(assessment, values, version=assessment.version, by=by, at=NOW)
    return results.confirm(assessment, by=by, at=NOW)


def test_drafts_rest_on_figures_alone_and_every_sentence_names_them():
    taken = make_analysis()

    drafted = narrative_of(taken, 6)

    assert [n.number for n in taken.narratives.all()] == list(range(11))
    first, second = drafted.sentences
    assert first["figures"] == {"2567.6": "91.20", "2568.6": "93.45"}
    assert second["figures"] == {"2568.6": "93.45"}
    assert f"{first['text']} {second['text']}" == drafted.text
    assert "๙๓.๔๕" in drafted.text


def test_the_whole_rests_on_the_totals():
    first, _gap = narrative_of(make_analysis(), 0).sentences

    assert first["figures"] == {"2567.total": "93.61", "2568.total": "94.70"}


def test_the_rules_find_nothing_in_drafts_but_that_they_are_drafts():
    found = queries.findings_by_number(make_analysis())

    assert set(found) == set(range(11))
    assert {f.rule for several in found.values() for f in several} == {"draft-left"}


def test_what_a_person_has_taken_over_is_no_draft():
    assessment = make_analysis()
    drafted = narrative_of(assessment, 6)

    text = queries.adopted(drafted.text)
    actions.edit(drafted, text, version=1, by=analyst(), at=NOW)

    assert 6 not in queries.findings_by_number(assessment)


def test_full_marks_leave_no_gap_to_speak_of():
    [sentence] = narrative_of(make_analysis(), 10).sentences

    assert sentence["figures"] == {"2567.10": "95.00", "2568.10": "100.00"}


def test_a_result_nobody_confirmed_is_not_analysed():
    taken = take_year(confirmed=False)

    with pytest.raises(actions.ResultNotConfirmed):
        actions.draft_all(taken, by=analyst(), at=NOW)


def test_drafting_again_changes_nothing_while_the_figures_stand():
    assert actions.draft_all(make_analysis(), by=analyst(), at=NOW) == []


def test_an_edited_text_keeps_the_figures_of_sentences_that_still_stand():
    taken = make_analysis()
    narrative = narrative_of(taken, 6)
    kept = queries.adopted(narrative.sentences[0]["text"])

    edited = actions.edit(
        narrative, f"{kept} เพราะตอบเร็วขึ้น", version=1, by=analyst(), at=NOW
    )

    assert [s["figures"] for s in edited.sentences] == [
        {"2567.6": "91.20", "2568.6": "93.45"}
    ]
    assert edited.edited_by == analyst()
    assert edited.version == 2


def test_changed_figures_are_told_and_only_unedited_texts_are_drafted_anew():
    taken = make_analysis()
    text = queries.adopted(narrative_of(taken, 6).text)
    actions.edit(narrative_of(taken, 6), text, version=1, by=analyst(), at=NOW)
    for number in (6, 7):
        taken = correct(taken, number, points=Decimal(90))
    figures = queries.figures_of(taken)

    written = actions.draft_all(taken, by=analyst(), at=NOW)

    assert [n.number for n in written] == [7]
    assert narrative_of(taken, 6).text == text
    stale = queries.sentences_of(narrative_of(taken, 6), figures)
    assert [f.key for s in stale for f in s.figures if f.is_changed] == ["2568.6"] * 2
    assert not any(
        s.is_stale for s in queries.sentences_of(narrative_of(taken, 7), figures)
    )


def test_a_person_may_ask_for_a_new_draft_in_place_of_an_edited_text():
    taken = make_analysis()
    actions.edit(narrative_of(taken), "อื่น", version=1, by=analyst(), at=NOW)

    actions.draft_again(narrative_of(taken), version=2, by=analyst(), at=NOW)

    assert narrative_of(taken).text.startswith("(ร่าง)")
    assert narrative_of(taken).edited_at is None


def test_there_is_no_draft_without_points():
    taken = make_analysis()
    IndicatorScore.objects.filter(assessment=taken, number=6).delete()

    with pytest.raises(actions.NothingToDraft):
        actions.draft_again(narrative_of(taken), version=1, by=analyst(), at=NOW)


def test_two_people_editing_one_text_are_told():
    narrative = narrative_of(make_analysis())
    actions.edit(narrative, "หนึ่ง", version=1, by=analyst(), at=NOW)

    for deed in (
        lambda: actions.edit(narrative, "สอง", version=1, by=analyst(), at=NOW),
        lambda: actions.draft_again(narrative, version=1, by=analyst(), at=NOW),
    ):
        with pytest.raises(StalePage):
            deed()


def test_an_empty_text_is_refused():
    narrative = narrative_of(make_analysis())

    with pytest.raises(actions.NoText):
        actions.edit(narrative, "  ", version=1, by=analyst(), at=NOW)


def test_every_deed_is_refused_to_an_officer():
    taken, officer = make_analysis(), make_user(role=Role.OFFICER)
    narrative = narrative_of(taken)

    for deed in (
        lambda: actions.draft_all(taken, by=officer, at=NOW),
        lambda: actions.draft_again(narrative, version=1, by=officer, at=NOW),
        lambda: actions.edit(narrative, "ก", version=1, by=officer, at=NOW),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_every_indicator_has_its_own_subject():
    assert queries.subjects(make_analysis()) == list(range(len(INDICATORS) + 1))

"""Writing measures from their pages: forms in Thai, printed words, two at once."""

from decimal import Decimal

import pytest
from django.urls import reverse

from prongsai.registers.measures.models import Measure
from tests.cast import client_of, make_division, make_user
from tests.planning import again, make_measure, make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def said(team, **fields) -> dict[str, object]:
    return {
        "title": "ติดป้าย", "analysis": "คนไม่รู้เวลา", "aspect": "2",
        "indicators": ["6", "7"], "baseline": "๗๑.๕", "target": "๘๕", "unit": "คะแนน",
        "figure_key": "", "output_expected": "ป้าย 5 จุด", "outcome_expected": "",
        "budget": "๑,๒๐๐", "starts_on": "๑ ตุลาคม ๒๕๖๘", "ends_on": "30 ก.ย. 2569",
        "division": team.division.pk, "accountable": team.alice.pk, "reference": "",
        "period_text": "", "responsible": "",
    } | fields  # fmt: skip


def test_a_measure_is_added_with_thai_dates_and_digits():
    team = make_team()
    plan = make_plan(team)
    url = reverse("measures:add", args=[plan.pk])
    client = client_of(team.analyst)

    form = client.get(url)
    answer = client.post(url, said(team))

    measure = Measure.objects.get()
    assert form.status_code == 200
    assert answer["Location"] == measure.get_absolute_url()
    assert (measure.baseline, measure.budget) == (Decimal("71.5"), Decimal(1200))
    assert (measure.aspect, measure.indicators) == (2, [6, 7])
    assert str(measure.ends_on) == "2026-09-30"


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"ends_on": "1 ก.ย. 2568"}, {"aspect": "8"}, {"target": "มาก"},
     {"indicators": ["11"]}, {"figure_key": "no.such"}],
    ids=str,
)  # fmt: skip
def test_a_form_with_a_mistake_comes_back(wrong):
    team = make_team()
    plan = make_plan(team)

    answer = client_of(team.analyst).post(
        reverse("measures:add", args=[plan.pk]), said(team, **wrong)
    )

    assert answer.status_code == 422
    assert not Measure.objects.exists()


def test_people_and_divisions_of_the_row_stay_even_when_no_longer_in_use():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    for row in (team.alice, team.division):
        row.is_active = False
        row.save()
    client = client_of(team.analyst)

    answer = client.post(
        reverse("measures:edit", args=[measure.pk]), said(team, version="1")
    )

    assert answer.status_code == 302
    assert again(measure).accountable == team.alice


def test_the_second_of_two_is_told_and_sees_what_was_typed():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    url = reverse("measures:edit", args=[measure.pk])

    first = client_of(team.clerk).post(url, said(team, unit="คน", version="1"))
    second = client_of(team.analyst).post(url, said(team, unit="ครั้งนะ", version="1"))

    assert (first.status_code, second.status_code) == (302, 409)
    assert "ครั้งนะ" in second.content.decode()
    assert again(measure).unit == "คน"


def test_printed_words_go_when_what_they_say_does():
    team = make_team()
    other = make_division()
    printed = {
        "aspect_number": "2", "aspect_title": "ตามที่พิมพ์", "indicator_text": "ทุกข้อ",
        "period_text": "ต.ค. - ก.ย.", "responsible_texts": ("กองสมมติ",),
    }  # fmt: skip
    kept = make_measure(make_plan(team), team=team, indicators=(6, 7), **printed)
    url = reverse("measures:edit", args=[kept.pk])
    client = client_of(team.analyst)
    same = {"period_text": "ต.ค. - ก.ย.", "responsible": "กองสมมติ"}

    client.post(url, said(team, version="1", **same))
    stayed = again(kept)
    changed = {"aspect": "3", "indicators": ["1"], "starts_on": "1 พ.ย. 2568"}
    client.post(url, said(team, version="2", division=other.pk, **same, **changed))
    gone = again(kept)

    assert (stayed.aspect_title, stayed.indicator_text) == ("ตามที่พิมพ์", "ทุกข้อ")
    assert (stayed.period_text, stayed.responsible_texts) == (
        "ต.ค. - ก.ย.",
        ["กองสมมติ"],
    )
    assert (gone.aspect_number, gone.aspect_title, gone.indicator_text) == ("", "", "")
    assert (gone.period_text, gone.responsible_texts) == ("", [])


def test_a_head_edits_only_the_own_division():
    team = make_team()
    plan = make_plan(team)
    mine = make_measure(plan, team=team)
    theirs = make_measure(plan, team=team, division=make_division())
    client = client_of(team.head)

    own = client.get(reverse("measures:edit", args=[mine.pk]))
    other = client.get(reverse("measures:edit", args=[theirs.pk]))

    assert (own.status_code, other.status_code) == (200, 403)


def test_a_measure_is_moved_given_up_and_removed():
    team = make_team()
    plan = make_plan(team)
    one, two = (make_measure(plan, team=team, title=t) for t in ("ก", "ข"))
    client = client_of(team.clerk)
    drop = reverse("measures:drop", args=[one.pk])

    moved = client.post(reverse("measures:move", args=[two.pk, "up"]))
    nowhere = client.post(reverse("measures:move", args=[two.pk, "left"]))
    client.get(drop)
    client.post(drop, {"reason": "ยุบงาน"})
    removed = client.post(reverse("measures:remove", args=[two.pk]))

    assert moved["Location"] == removed["Location"] == plan.get_absolute_url()
    assert nowhere.status_code == 404
    assert again(one).dropped_because == "ยุบงาน"
    assert "ยุบงาน" in client.get(one.get_absolute_url()).content.decode()
    assert not Measure.objects.filter(pk=two.pk).exists()


@pytest.mark.parametrize(
    ("name", "more"), [("edit", []), ("drop", []), ("remove", []), ("move", ["up"])]
)
def test_writing_is_refused_to_others(name, more):
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    bob = make_user(division=team.division)

    answer = client_of(bob).post(
        reverse(f"measures:{name}", args=[measure.pk, *more]), {"reason": "x"}
    )

    assert answer.status_code == 403

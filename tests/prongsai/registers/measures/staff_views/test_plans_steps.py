"""Writing steps from their pages."""

import pytest
from django.urls import reverse

from prongsai.registers.measures.models import Step
from tests.cast import client_of, make_division
from tests.gathering import make_circle, minuted
from tests.planning import again, approved_plan, make_measure, make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def said(team, **fields) -> dict[str, object]:
    return {
        "text": "ประชุม", "division": team.division.pk, "accountable": team.alice.pk,
        "due_on": "๓๑ ธ.ค. ๒๕๖๘", "marker": "๑.",
    } | fields  # fmt: skip


def test_steps_and_points_are_added_with_the_owner_filled_in():
    team = make_team()
    measure = make_measure(make_plan(team), team=team, steps=())
    client = client_of(team.head)
    add = reverse("measures:step_add", args=[measure.pk])

    form = client.get(add).content.decode()
    answer = client.post(add, said(team))
    step = Step.objects.get()
    point = reverse("measures:point_add", args=[step.pk])
    client.get(point)
    client.post(point, said(team, text="เชิญ", marker="-"))

    assert f'value="{team.alice.pk}" selected' in form
    assert answer["Location"] == measure.get_absolute_url()
    assert str(step.due_on) == "2025-12-31"
    assert [p.text for p in step.points.all()] == ["เชิญ"]
    page = client.get(measure.get_absolute_url()).content.decode()
    assert reverse("measures:step_edit", args=[step.pk]) in page


def test_a_step_is_edited_once_by_two_people():
    team = make_team()
    step = make_measure(make_plan(team), team=team).steps.first()
    client = client_of(team.analyst)
    url = reverse("measures:step_edit", args=[step.pk])

    assert client.get(url).status_code == 200
    first = client.post(url, said(team, text="หนึ่ง", version="1"))
    second = client.post(url, said(team, text="สองนะ", version="1"))
    empty = client.post(url, said(team, text="", version="2"))

    assert first["Location"] == step.get_absolute_url()
    assert (second.status_code, empty.status_code) == (409, 422)
    assert "สองนะ" in second.content.decode()


def test_every_division_becomes_a_line():
    team = make_team()
    other = make_division()
    step = make_measure(make_plan(team), team=team).steps.first()
    client = client_of(team.analyst)
    url = reverse("measures:step_expand", args=[step.pk])

    form = client.get(url).content.decode()
    client.post(url, {"divisions": [team.division.pk, other.pk], "accountable": ""})
    empty = client.post(url, {"accountable": ""})

    assert form.count("checked") == 2
    assert empty.status_code == 422
    assert len(again(step.measure).steps.all()) == 3


def test_a_step_is_moved_and_removed():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    one, two = measure.steps.all()
    client = client_of(team.analyst)

    client.post(reverse("measures:step_move", args=[two.pk, "up"]))
    moved = [step.pk for step in again(measure).steps.all()]
    nowhere = client.post(reverse("measures:step_move", args=[two.pk, "left"]))
    client.post(reverse("measures:step_remove", args=[one.pk]))

    assert moved == [two.pk, one.pk]
    assert nowhere.status_code == 404
    assert [step.pk for step in again(measure).steps.all()] == [two.pk]


@pytest.mark.parametrize(
    ("name", "more"),
    [("step_edit", []), ("step_expand", []), ("step_remove", []), ("point_add", []),
     ("step_move", ["up"])],
)  # fmt: skip
@pytest.mark.parametrize("who", ["alice", "mayor", "head"])
def test_writing_steps_is_refused_to_others(name, more, who):
    team = make_team()
    step = approved_plan(team).measures.get().steps.all()[0]

    answer = client_of(getattr(team, who)).post(
        reverse(f"measures:{name}", args=[step.pk, *more]), said(team)
    )

    assert answer.status_code == 403


def test_a_resolution_becomes_a_step_with_its_owner_and_its_day():
    circle = make_circle()
    meeting = minuted(circle)
    resolution = meeting.resolutions.get()
    team = make_team(circle.office)
    measure = make_measure(make_plan(team), team=team, steps=())
    client = client_of(team.analyst)
    chosen = reverse("measures:step_resolutions", args=[measure.pk])
    add = reverse("measures:step_add", args=[measure.pk])

    offered = client.get(chosen).content.decode()
    form = client.get(f"{add}?resolution={resolution.pk}").content.decode()
    said_again = said(team, text=resolution.text, accountable=circle.member.pk)
    client.post(f"{add}?resolution={resolution.pk}", said_again)
    unknown = client.get(f"{add}?resolution=999")
    no_number = client.get(f"{add}?resolution=x")

    step = Step.objects.get()
    assert f"{add}?resolution={resolution.pk}" in offered
    assert resolution.text in form
    assert f'value="{circle.member.pk}" selected' in form
    assert step.origin == f"{meeting} · {resolution}"
    assert step.accountable == circle.member
    assert (unknown.status_code, no_number.status_code) == (404, 404)


def test_without_a_resolution_the_page_says_where_they_come_from():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)

    page = client_of(team.analyst).get(
        reverse("measures:step_resolutions", args=[measure.pk])
    )

    assert 'class="empty' in page.content.decode()

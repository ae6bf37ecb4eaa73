"""The pages measures come in by: what stands there, for whom, and what a press does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.registers.measures.actions import taking
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.standards import every_standard, standard
from tests.cast import NOW, client_of, make_division
from tests.planning import make_measure, make_plan, make_team
from tests.results import make_result
from tests.sourcing import make_reading

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

CODE = "lending-register"


def address(name, row):
    return reverse(f"measures:{name}", args=[row.pk])


def test_the_library_shows_every_standard_and_the_weak_first():
    team = make_team()
    plan = make_plan(team)
    full = dict(enumerate(["100.00"] * 10, 1))
    make_result(2568, full | {4: "80.00"}, by=team.analyst)

    page = client_of(team.analyst).get(address("from_standard", plan))

    titles = [str(one.title.th) for one in every_standard().values()]
    assert all(title in page.text for title in titles)
    first = min(titles, key=page.text.index)
    assert first == standard(CODE).title.th
    assert page.text.count('name="codes"') == len(titles)


def test_the_library_is_narrowed_to_an_aspect_and_an_indicator():
    team = make_team()
    plan = make_plan(team)
    page = address("from_standard", plan)

    found = client_of(team.analyst).get(page, {"aspect": "๔", "indicator": "3"})

    assert found.text.count('name="codes"') == 1
    assert standard("asset-rules-known").title.th in found.text


def test_an_officer_reads_the_library_and_takes_nothing():
    team = make_team()
    plan = make_plan(team)
    client = client_of(team.alice)

    assert 'name="codes"' not in client.get(address("from_standard", plan)).text
    for name in ("standards_take", "from_year", "readings"):
        assert client.get(address(name, plan), {"codes": CODE}).status_code == 403


def test_standards_that_were_ticked_become_drafts():
    team = make_team()
    plan = make_plan(team)
    make_division(office=team.office)
    client = client_of(team.analyst)
    page = f"{address('standards_take', plan)}?codes={CODE}&codes=ethics"

    shown = client.get(page)
    data = {
        "division": team.division.pk,
        "accountable": team.alice.pk,
        "everywhere": "on",
    }
    answer = client.post(page, data)

    assert standard("ethics").title.th in shown.text
    assert answer["Location"] == plan.get_absolute_url()
    found = {measure.standard: measure for measure in plan.measures.all()}
    assert set(found) == {CODE, "ethics"}
    assert found[CODE].steps.count() == 6
    assert f'value="{CODE}"' not in client.get(address("from_standard", plan)).text


def test_nobody_named_brings_the_form_back():
    team = make_team()
    plan = make_plan(team)
    page = f"{address('standards_take', plan)}?codes={CODE}"

    answer = client_of(team.analyst).post(page, {"everywhere": "on"})

    assert answer.status_code == 422
    assert not Measure.objects.exists()


def test_a_code_nobody_knows_is_refused_in_words():
    team = make_team()
    page = f"{address('standards_take', make_plan(team))}?codes=no-such"
    data = {"division": team.division.pk, "accountable": team.alice.pk}

    answer = client_of(team.analyst).post(page, data)

    assert answer.status_code == 409
    assert not Measure.objects.exists()


def test_nothing_ticked_leads_back_to_the_library():
    team = make_team()
    plan = make_plan(team)

    answer = client_of(team.analyst).get(address("standards_take", plan))

    assert answer["Location"] == address("from_standard", plan)


def test_last_year_is_offered_ticked_where_something_is_left_and_copied():
    team = make_team()
    before, plan = make_plan(team, year=2568), make_plan(team)
    old = make_measure(before, team=team)
    copied = make_measure(before, team=team, title="คัดลอกแล้ว")
    taking.from_year(plan, [copied], by=team.analyst, at=NOW)
    client = client_of(team.analyst)

    shown = client.get(address("from_year", plan))
    answer = client.post(address("from_year", plan), {"measures": [old.pk]})

    assert shown.text.count("checked") == 1
    assert "คัดลอกแล้ว" in shown.text
    assert answer["Location"] == plan.get_absolute_url()
    assert plan.measures.filter(copied_from=old).exists()


def test_without_an_earlier_year_the_page_says_what_to_do():
    team = make_team()
    plan = make_plan(team)

    page = client_of(team.analyst).get(address("from_year", plan))

    assert page.status_code == 200
    assert "<form" not in page.text.split("<main")[1]


def test_a_report_is_shown_word_for_word_and_taken_over_into_a_new_plan():
    team = make_team()
    reading = make_reading(by=team.analyst)
    client = client_of(team.analyst)
    page = address("from_reading", reading)

    shown = client.get(page)
    answer = client.post(page, {"fiscal_year": "๒๕๖๘", "measures": ["0", "1"]})

    for text in ("จดเวลาให้บริการทุกเคาน์เตอร์", "ต.ค.๖๗-มี.ค.๖๘", "เล่มใหญ่", "ป้าย 3 จุด"):
        assert text in shown.text
    plan = Plan.objects.get()
    assert answer["Location"] == plan.get_absolute_url()
    assert plan.measures.count() == 2
    assert client.post(page, {"plan": plan.pk, "measures": ["0"]}).status_code == 409


@pytest.mark.parametrize(
    "data",
    [
        {"measures": ["0"]},
        {"fiscal_year": "2568"},
        {"fiscal_year": "2569", "measures": ["0"]},
        {"fiscal_year": "2568", "measures": ["7"]},
    ],
    ids=["no year", "nothing ticked", "a year with a plan", "none of these"],
)
def test_a_form_that_lacks_something_takes_nothing(data):
    team = make_team()
    make_plan(team)
    reading = make_reading(by=team.analyst)

    answer = client_of(team.analyst).post(address("from_reading", reading), data)

    assert answer.status_code == 422
    assert not Measure.objects.exists()


def test_an_officer_does_not_take_a_report_over():
    team = make_team()
    reading = make_reading(by=team.analyst)

    answer = client_of(team.alice).get(address("from_reading", reading))

    assert answer.status_code == 403


def test_the_reports_that_were_read_lead_to_their_measures():
    team = make_team()
    plan = make_plan(team)
    reading = make_reading(by=team.analyst)

    page = client_of(team.analyst).get(address("readings", plan))

    assert f"{address('from_reading', reading)}?plan={plan.pk}" in page.text


def test_more_measures_of_last_year_cost_no_more_queries():
    team = make_team()
    before, plan = make_plan(team, year=2568), make_plan(team)
    client = client_of(team.analyst)
    counts = []

    for more in (1, 4):
        for n in range(more):
            make_measure(before, team=team, title=f"{more}-{n}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address("from_year", plan)).status_code == 200
        counts.append(len(queries))

    assert counts[0] >= counts[1]

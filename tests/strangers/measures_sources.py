"""Alice's standard measures, last year's and read reports, for the wall test."""

from tests.planning import make_measure, make_plan, make_team
from tests.sourcing import make_reading

TITLE, TEXT = "มาตรการลับของอลิซ", "จดเวลาให้บริการทุกเคาน์เตอร์"


def plan(office):
    team = make_team(office)
    before, now = make_plan(team, year=2568), make_plan(team)
    old = make_measure(before, team=team, title=TITLE)
    make_measure(now, team=team, title=TITLE)
    data = {
        "measures": [old.pk],
        "division": team.division.pk,
        "accountable": team.alice.pk,
        "codes": "ethics",
    }
    return {"kwargs": {"pk": now.pk}, "data": data, "secrets": [TITLE]}


def file(office):
    case = plan(office)
    case["kwargs"]["kind"] = "csv"
    return case


def reading(office):
    team = make_team(office)
    found = make_reading(by=team.analyst, name="ลับของอลิซ.html")
    data = {"fiscal_year": "2568", "measures": ["0"]}
    return {"kwargs": {"pk": found.pk}, "data": data, "secrets": [TEXT, found.name]}


CASES = {
    "measures:from_standard": plan,
    "measures:standards_take": plan,
    "measures:from_year": plan,
    "measures:readings": plan,
    "measures:from_reading": reading,
    "measures:matrix": plan,
    "measures:timeline": plan,
    "measures:export": plan,
    "measures:plan_file": file,
}

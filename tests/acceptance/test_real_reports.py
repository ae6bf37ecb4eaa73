"""Five real reports, where they lie beside the checkout, through a whole year's work."""

from dataclasses import fields
from pathlib import Path

import pytest

from prongsai.foundations.approvals import actions as approvals
from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.model.report import Report as Read
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.opening import pages_of
from prongsai.ita.documents.reading.pages.text import read_text
from prongsai.ita.documents.rendering.docx import to_docx
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.thai.fiscal import first_day, last_day
from prongsai.registers.assessments.actions import readings as scores
from prongsai.registers.assessments.models import Reading
from prongsai.registers.assessments.queries.readings import findings_of, report_of
from prongsai.registers.measures.actions import plans, taking
from prongsai.registers.measures.actions.plans import Draft, StepDraft
from prongsai.registers.measures.models import Measure, Plan, Step
from prongsai.registers.measures.queries.as_report import measures_of
from prongsai.registers.measures.queries.plans import gaps_of, leaves_of
from prongsai.registers.measures.queries.sources import year_of
from prongsai.registers.reports.actions import passing, publishing, writing
from prongsai.registers.reports.documents.printing import document_of, written
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries.checking import errors_in, flaws_of
from prongsai.registers.reports.queries.composing import compose
from prongsai.registers.reports.queries.contents import Content
from prongsai.registers.reports.queries.reports import frozen
from prongsai.registers.reports.states import ReportKind, ReportState
from tests import planning
from tests.cast import NOW, TODAY, make_office
from tests.planning import Team, make_team
from tests.reporting import rendered
from tests.seeds import SEEDS
from tests.sourcing import make_reading

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports are not here"),
]
PATHS = sorted(SEEDS.glob("*.txt"))


@pytest.fixture(params=PATHS, ids=[path.name[:3] for path in PATHS])
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def team() -> Team:
    name = "องค์การบริหารส่วนตำบลทดสอบดี"
    return make_team(make_office(name_th=name, amphoe="ตัวอย่าง", province="สมมติ"))


def test_scores_measures_and_contradictions_come_over(team: Team, path: Path):
    text = path.read_text(encoding="utf-8")
    alone = read_report(read_text(text))
    reading = make_reading(by=team.analyst, text=text, name="รายงาน.txt")

    years = sorted({score.fiscal_year for score in reading.scores.all()})
    for year in years:
        scores.confirm_all(reading, year, by=team.analyst, at=NOW)
        scores.take_scores(reading, year, by=team.analyst, at=NOW)
    plan = imported(team, reading)

    assert report_of(reading).content() == alone.content()
    assert measures_of(plan) == alone.content().measures
    assert findings_of(reading) == lint(alone)
    for printed in alone.scores:
        assert set(printed.years) <= {str(year) for year in years}


def test_a_year_of_it_is_approved_published_and_read_back(team: Team, path: Path):
    text = path.read_text(encoding="utf-8")
    reading = make_reading(by=team.analyst, text=text, name="รายงาน.txt")
    plan = imported(team, reading)
    before = measures_of(plan)
    complete(plan, team)
    assert [m.title for m in measures_of(plan)] == [m.title for m in before]

    planning.decide(team, planning.proposed(team, plan))
    kind = ReportKind.YEAR if last_day(plan.fiscal_year) < TODAY else ReportKind.PLAN
    cut_off = min(TODAY, last_day(plan.fiscal_year))
    report = writing.begin(plan.fiscal_year, kind, cut_off, by=team.analyst, at=NOW)
    if errors_in(flaws_of(compose(report).content)):
        passing.override(report, reason="ตรวจแล้ว", by=team.clerk, at=NOW)
    memo = passing.submit(report, by=team.analyst, at=NOW)
    planning.decide(team, approvals.submit(memo, by=team.analyst, at=NOW))
    report = Report.objects.get(pk=report.pk)
    version = publishing.publish(report, render=rendered, by=team.analyst, at=NOW)

    report.refresh_from_db()
    content = frozen(report)
    assert report.state == ReportState.PUBLISHED
    assert version.publication.get_absolute_url().startswith(f"/ita/{asked_in(plan)}/")
    assert written(content, "pdf", on=TODAY).startswith(b"%PDF")
    found, said = read_back(content), content.report.content()
    for one, other in zip(found.measures, said.measures, strict=True):
        assert one == other
    assert found == said


def asked_in(plan: Plan) -> int:
    """The year whose item asks for it: that of 2569 asks for the measures of 2568."""
    return 2569 if plan.fiscal_year == 2568 else plan.fiscal_year


def imported(team: Team, reading: Reading) -> Plan:
    """Take the measures over into the plan of the year they run in."""
    year = year_of(report_of(reading))
    assert year is not None
    taking.take_reading(reading, into=year, by=team.analyst, at=NOW)
    return Plan.objects.get(fiscal_year=year, organisation=team.office)


def complete(plan: Plan, team: Team) -> None:
    """Name who answers for what, and say what the old report does not.

    Where measures stand under nothing, all are put under aspects and numbered there; a
    period that cannot be read is written anew.
    """
    rows = list(Measure.objects.filter(plan=plan))
    bare = any(row.aspect is None and not row.indicators for row in rows)
    for measure in rows:
        given = {f.name: getattr(measure, f.name) for f in fields(Draft)} | {
            "division": measure.division or team.division,
            "accountable": team.alice,
            "outcome_expected": "เป็นไปตามที่รายงาน",
            "indicators": tuple(measure.indicators),
            "responsible_texts": tuple(measure.responsible_texts),
        }
        if bare:
            given |= {"aspect": measure.aspect or 1, "reference": ""}
        if measure.starts_on is None:
            given |= {
                "starts_on": first_day(plan.fiscal_year),
                "ends_on": last_day(plan.fiscal_year),
                "period_text": "",
            }
        draft = Draft(**given)
        plans.edit(measure, draft, version=measure.version, by=team.analyst, at=NOW)
        for step in leaves_of(planning.again(measure)):
            own(step, team)
        assert gaps_of(planning.again(measure)) == []


def own(step: Step, team: Team) -> None:
    """Let Alice answer for a step; its words stay."""
    draft = StepDraft(
        text=step.text,
        marker=step.marker,
        division=team.division,
        accountable=team.alice,
    )
    plans.edit_step(step, draft, version=step.version, by=team.analyst, at=NOW)


def read_back(content: Content) -> Read:
    """What the library reads in the document that was written."""
    wording = Wording(digits=None)
    document = to_docx(document_of(content, seal=None, wording=wording))
    return read_report(pages_of("report.docx", document)).content()

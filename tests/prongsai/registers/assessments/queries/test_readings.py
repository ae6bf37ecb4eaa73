"""The five real reports, read through the actions into five offices, where they are at hand."""

import pytest

from prongsai.foundations.organisations import tenancy
from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.text import read_text
from prongsai.registers.assessments.queries import readings as queries
from prongsai.registers.assessments.queries.places import place_from
from tests.cast import make_office
from tests.readings import make_reading
from tests.seeds import SEEDS

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports are not here"),
]


def test_every_value_of_every_report_is_kept_with_its_place_or_said_to_be_missing():
    for path in sorted(SEEDS.glob("*.txt")):
        office = make_office()
        with tenancy.acting_for(office.pk):
            own = read_report(read_text(path.read_text("utf-8")), path.name)

            reading = make_reading(path.read_bytes(), name=path.name)

            assert queries.report_of(reading) == own
            assert queries.findings_of(reading) == lint(own)
            kept = {
                (str(s.fiscal_year), s.field): s.printed for s in reading.scores.all()
            }
            assert kept == values_of(own)
            assert [
                s for s in reading.scores.all() if not has_its_value(reading, s)
            ] == []


def values_of(report):
    found = {(y, s.indicator): v for s in report.scores for y, v in s.years.items()}
    found |= {(y, "total"): v for y, v in report.totals.items()}
    return found | {(y, "level"): v for y, v in report.levels.items()}


def has_its_value(reading, score):
    place = place_from(score.place)
    if place is None:
        return score.place == ""
    line = queries.lines_of(reading)[place.line].text
    return queries.same_value(line[place.start : place.end], score.printed)

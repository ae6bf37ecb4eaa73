"""Findings: where they lead, which block, and which override is for them."""

from dataclasses import replace

import pytest

from prongsai.ita.documents.linting.severities import Severity
from prongsai.registers.reports.actions import writing
from prongsai.registers.reports.queries import checking
from prongsai.registers.reports.queries.composing import compose
from tests.cast import NOW, make_office
from tests.factories import make_analysis
from tests.reporting import HALF_A_DATE, flawed, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    make_office()
    return make_desk()


def errors(report):
    return checking.errors_in(checking.flaws_of(compose(report).content))


def test_a_followed_measure_has_no_errors(desk):
    assert errors(desk.report) == []


def test_a_finding_leads_to_the_text_it_is_about(desk):
    [error] = errors(flawed(desk))

    assert error.anchor == f"measure.{desk.field.measure.pk}.outcome"
    assert error.tone == "bad"
    assert error.word


@pytest.mark.parametrize("key", ["introduction", "closing"])
def test_the_texts_around_the_tables_are_checked_too(desk, key):
    writing.write(desk.report, key, HALF_A_DATE, by=desk.analyst, at=NOW)

    [error] = errors(desk.report)

    assert error.anchor == key


def test_a_finding_about_scores_leads_to_the_scores(desk):
    content = compose(desk.report).content
    broken = replace(make_analysis(), totals={"2567": "91.98", "2568": "12.00"})

    flaws = checking.flaws_of(replace(content, report=broken, places=()))

    assert "scores" in {f.anchor for f in flaws if f.severity is Severity.ERROR}

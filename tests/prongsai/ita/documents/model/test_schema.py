"""The schema is sound, accepts every report and is the one in the docs."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, ValidationError

from prongsai.ita.documents.model.codec import to_data
from prongsai.ita.documents.model.report import Report
from prongsai.ita.documents.model.schema import report_schema
from tests import factories

ROOT = Path(__file__).parents[5]
VALIDATOR = Draft202012Validator(report_schema())


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(report_schema())


@pytest.mark.slow
@given(factories.reports())
def test_every_report_is_valid(report):
    VALIDATOR.validate(to_data(report))


@pytest.mark.parametrize(
    "change", [{"kind": "novel"}, {"extra": 1}, {"fiscal_year": "2568"}, {"scores": 1}]
)
def test_other_data_is_not(change):
    with pytest.raises(ValidationError):
        VALIDATOR.validate({**to_data(Report()), **change})


def test_the_page_in_the_docs_is_current():
    page = ROOT / "docs/reference/report.schema.json"

    assert json.loads(page.read_text(encoding="utf-8")) == report_schema()

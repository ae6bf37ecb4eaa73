"""A report survives its JSON, and JSON that is no report is refused in place."""

import json

import pytest
from hypothesis import given

from prongsai.ita.documents.model.codec import from_data, from_json, to_data, to_json
from prongsai.ita.documents.model.report import SCHEMA, Report
from prongsai.ita.errors import BadReportJson
from tests import factories


@pytest.mark.slow
@given(factories.reports())
def test_from_json_undoes_to_json(report):
    assert from_json(to_json(report)) == report


def test_the_json_names_its_schema_and_writes_thai():
    text = to_json(factories.make_report())

    assert json.loads(text)["schema"] == SCHEMA
    assert "\\u0e" not in text


def test_changes_are_left_out_where_nothing_is_printed():
    assert "changes" not in to_data(Report())


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"schema": "other/1"}, "/schema"),
        ({"kind": "novel"}, "/kind"),
        ({"fiscal_year": "2568"}, "/fiscal_year"),
        ({"fiscal_year": True}, "/fiscal_year"),
        ({"surprise": 1}, "/surprise"),
        ({"totals": {"2568": 98.27}}, "/totals"),
        ({"measures": {}}, "/measures"),
        ({"measures": [{"ref": "1"}]}, "/measures/0"),
        ({"measures": [{"ref": "1", "title": 5}]}, "/measures/0/title"),
        ({"memo": []}, "/memo"),
        (
            {
                "measures": [
                    {"ref": "1", "title": "", "period": {"text": "", "start": "1"}}
                ]
            },
            "/measures/0/period/start",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(change, where):
    with pytest.raises(BadReportJson) as caught:
        from_data({**to_data(Report()), **change})

    assert caught.value.facts["where"] == where


@pytest.mark.parametrize("text", ["", "[1", "[]", "null", "[" * 100_000])
def test_text_that_is_no_report_is_refused(text):
    with pytest.raises(BadReportJson):
        from_json(text)

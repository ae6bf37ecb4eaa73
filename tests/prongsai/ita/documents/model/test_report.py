"""The content of a report is the report without where things stood."""

from dataclasses import replace

from prongsai.ita.documents.model.report import Notice, Source
from tests import factories


def test_content_forgets_places_and_doubts_only():
    report = factories.make_report()
    measures = tuple(replace(m, source=Source(lines=(9,))) for m in report.measures)
    elsewhere = replace(
        report, measures=measures, warnings=(Notice(code="unplaced", text="x"),)
    )

    assert elsewhere != report
    assert elsewhere.content() == report.content()
    assert replace(report, title="อื่น").content() != report.content()

"""The difference of a report is said in words, not in keys."""

import pytest

from prongsai.registers.reports.queries.telling import wording_of

CONTENT = {"report": {"measures": [{"title": "ติดป้าย"}]}}


@pytest.mark.parametrize(
    ("path", "text", "said", "written"),
    [
        ("report.measures.1.outputs.2.text", "ป้าย", "output 2", "ป้าย"),
        ("report.measures.1.period.start", "2026-10-01", "period · from", "1 Oct 2569"),
        ("evidence.1.end", "2026-10-01", "evidence 1 · until", "1 Oct 2569"),
        ("as_of", "soon", "as of", "soon"),
        ("report.of_old", "x", "of old", "x"),
    ],
)
def test_a_part_is_named_and_a_day_is_a_day(path, text, said, written, settings):
    settings.LANGUAGE_CODE = "en"

    label, value = wording_of(CONTENT)(path.split("."), text)

    assert label.endswith(said)
    assert ("ติดป้าย" in label) == ("measures" in path)
    assert value == written


def test_a_measure_that_is_gone_is_said_by_its_number():
    label, _text = wording_of({})(["report", "measures", "3", "title"], "x")

    assert "3" in label


def test_a_place_is_the_measure_that_stands_there():
    say = wording_of({**CONTENT, "places": ["measure.7"]})

    assert say(["places", "1"], "measure.7")[1] == "ติดป้าย"

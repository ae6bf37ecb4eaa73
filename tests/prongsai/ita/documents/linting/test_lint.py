"""Promises about all rules at once, and about the findings as JSON."""

import ast
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs import generate_rules
from prongsai.ita.documents.linting.findings import Finding
from prongsai.ita.documents.linting.lint import RULES, as_json, lint
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.model.report import Item, Report, Source
from prongsai.ita.words.catalogue import catalogue
from tests.prongsai.ita.documents.linting.samples import (
    NEXT_YEAR,
    items,
    measure,
    plan,
    result,
    scores,
    telling,
    with_measure,
)

CODES = [rule.code for rule in RULES]
DEMANDED = [
    "total-differs",
    "change-wrong",
    "level-change-wrong",
    "previous-score-differs",
    "narrative-score-differs",
    "indicator-name-differs",
    "level-differs-from-rule",
    "difference-mislabelled",
    "memo-year-differs",
    "memo-number-missing",
    "addressee-misspelt",
    "foreign-place",
    "period-unreadable",
    "period-malformed",
    "period-outside-year",
    "output-before-period",
    "step-numbering",
    "text-truncated",
    "incomplete-date",
    "copied-outcome",
    "duplicate-item",
    "empty-output",
    "empty-outcome",
    "everybody-responsible",
    "unquantified-outcome",
    "missing-aspect",
    "plan-year-differs",
]
TESTED = [
    node.name
    for file in sorted((Path(__file__).parent / "rules").glob("test_*.py"))
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef)
]


def fields(sentence):
    return set(re.findall(r"{(\w+)}", sentence))


def test_every_demanded_rule_is_there_once():
    assert set(DEMANDED) <= set(CODES)
    assert len(CODES) == len(set(CODES))


@pytest.mark.parametrize("code", CODES)
def test_every_rule_is_tested_to_speak_and_to_stay_silent(code):
    name = f"test_{code.replace('-', '_')}"

    assert any(test.startswith(f"{name}_speaks") for test in TESTED)
    assert any(test.startswith(f"{name}_stays_silent") for test in TESTED)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_sentences_in_both_languages(rule):
    for part in ("", ".title", ".help"):
        thai, english = (
            catalogue(language)[f"lint.{rule.code}{part}"] for language in ("th", "en")
        )
        assert fields(thai) == fields(english)
        assert thai != english


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_is_right(rule):
    assert rule.check.__doc__


def test_no_sentence_is_left_without_its_rule():
    spoken = {
        code.split(".")[1] for code in catalogue("th") if code.startswith("lint.")
    }

    assert spoken == set(CODES)


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_is_used_and_named(severity):
    assert severity in {rule.severity for rule in RULES}
    assert catalogue("th")[f"severity.{severity}"]


@pytest.mark.parametrize(
    "report",
    [result(), scores(), plan(*[NEXT_YEAR] * 3), Report()],
    ids=["result", "scores", "plan", "nothing"],
)
def test_a_sound_report_is_not_spoken_of(report):
    assert lint(report) == ()


def test_findings_come_in_the_order_of_the_document():
    report = result(
        memo=None,
        measures=(
            measure(1, outcomes=(), responsible=("ทุกกอง",)),
            measure(2, title="ปรับปรุงคู่มือและ", outputs=()),
        ),
    )

    places = [finding.where.code for finding in lint(report)]

    assert places == [
        "place.measure-responsible",
        "place.measure-outcome",
        "place.measure-title",
        "place.measure-output",
    ]


def test_a_cell_that_measures_share_is_spoken_of_once():
    cell = {"steps": items("เผยแพร่ผ่านเว็บไซต์ของ"), "source": Source(lines=(4, 5))}
    shared = tuple(measure(n, **cell) for n in (1, 2))

    spoken = [f.rule for f in lint(result(measures=shared))]

    assert spoken.count("text-truncated") == 1


@pytest.mark.parametrize(
    ("language", "where"),
    [("en", "measure 1.1, outcome 2.1"), ("th", "มาตรการที่ 1.1 ผลลัพธ์ที่ 2.1")],
)
def test_json_speaks_the_language_asked_for(language, where):
    inner = items("ส่งเสริมคุณธรรมและ")
    outcomes = (*items("พอใจ ๙ คน"), Item(marker="๒.", text="ดังนี้", items=inner))

    told = as_json(lint(with_measure(outcomes=outcomes)), language)

    (finding,) = json.loads(json.dumps(told))["findings"]
    assert set(finding) == {
        "rule",
        "severity",
        "where",
        "message",
        "printed",
        "expected",
        "source",
    }
    assert (finding["where"], finding["severity"]) == (where, "warning")
    assert finding["source"] == {"lines": [1]}


def test_json_gives_the_page_where_lines_are_unknown():
    report = with_measure(outputs=(), source=Source(page=3))

    told = json.loads(json.dumps(as_json(lint(report), "en")))

    assert told["findings"][0]["source"] == {"page": 3}


WORDS = st.text(alphabet="กขคงด ๑๒1234567890().-/ตำบลวันที่ปีคะแนนร้อยละ", max_size=80)


@pytest.mark.slow
@given(WORDS, WORDS)
def test_no_text_can_break_a_rule(one, other):
    report = with_measure(title=one, steps=items(one, other), outcomes=items(other))
    told = telling(f"{one} {other}", "6")

    for finding in (*lint(report), *lint(told)):
        assert isinstance(finding, Finding)
    for language in ("th", "en"):
        assert as_json((*lint(report), *lint(told)), language)


@pytest.mark.parametrize("code", CODES)
def test_every_rule_is_documented(code):
    assert f"### `{code}`" in generate_rules.rules_page()


def test_the_recorded_counts_are_those_of_the_seeds():
    if not list(generate_rules.SEEDS.glob("*.txt")):
        pytest.skip("the seed reports are not beside this checkout")

    counted = {**generate_rules.count_findings()}

    recorded = generate_rules.recorded()
    recorded.pop("false")
    assert counted == recorded

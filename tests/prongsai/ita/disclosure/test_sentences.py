"""Every code has its sentence in both languages, and every fact its place in it."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita import disclosure
from prongsai.ita.disclosure import sentences
from prongsai.ita.disclosure.checking import check
from prongsai.ita.disclosure.codec import from_json, to_json
from prongsai.ita.disclosure.model import Finding, Place, Severity, Shown
from prongsai.ita.frameworks import loader
from prongsai.ita.frameworks.model import Confidence
from prongsai.ita.words.catalogue import catalogue
from tests.prongsai.ita.disclosure.items import ON

FOLDER = Path(disclosure.__file__).parent
FACTS = st.one_of(
    st.integers(), st.text(), st.dates(), st.tuples(st.text(), st.text()), st.none()
)


def codes():
    text = "".join(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.py"))
    links = re.findall(r'\("((?:link|page|file)-[a-z-]+)", Severity', text)
    files = re.findall(r'return "(file-[a-z]+)"', text)
    said = re.findall(r'"disclosure\.([a-z.-]+)"', text)
    return {f"disclosure.{code}" for code in (*links, *files, *said)}


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_code_has_a_sentence(language):
    assert codes() <= set(catalogue(language))


@pytest.mark.parametrize("year", loader.available())
@pytest.mark.parametrize("language", ["th", "en"])
def test_everything_found_can_be_said(year, language):
    framework = loader.load(year)
    for item in framework.items or ():
        for finding in check(framework, item, Shown(parts=()), on=ON).findings:
            assert "{" not in sentences.sentence(finding, language)


@given(
    st.sampled_from(Severity),
    st.dictionaries(st.text(min_size=1), FACTS),
    st.integers(0, 9),
    st.tuples(st.text(), st.text()),
)
def test_a_finding_survives_being_kept(severity, facts, row, title):
    place = Place(part=1, title=title, row=row, url="https://example.go.th/")
    finding = Finding(
        code="c", severity=severity, key="k", place=place, facts=facts,
        confidence=Confidence.INFERRED,
    )  # fmt: skip

    assert from_json(to_json(finding)) == finding


def test_places_and_days_are_said_in_both_languages():
    place = Place(part=2, title=("แผน", "Plan"), row=3, column=("งบ", "Budget"))
    late = Finding(
        code="disclosure.wrong-cut-off", severity=Severity.ERROR,
        facts={"ends": date(2026, 1, 31), "until": date(2026, 3, 31)},
    )  # fmt: skip

    assert sentences.where(place, "en") == "part 2 “Plan” · row 3 · column “Budget”"
    assert sentences.where(place, "th") == "ส่วนที่ 2 “แผน” · แถวที่ 3 · คอลัมน์ “งบ”"
    assert "31 Jan 2569" in sentences.sentence(late, "en")
    assert "31 มี.ค. 2569" in sentences.sentence(late, "th")

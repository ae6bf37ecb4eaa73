"""Thai is complete: every sentence of every application, and the libraries' that we show."""

import ast
import re
from pathlib import Path

import polib
import pytest

from tests.programs import program
from tools.messages import CATALOGUE, PACKAGE, applications, gathered

CATALOGUES = sorted(PACKAGE.rglob("*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
THAI = re.compile(r"[฀-๿]")


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_no_sentence_is_untranslated_or_fuzzy(path):
    catalogue = polib.pofile(str(path))

    assert [e.msgid for e in catalogue.untranslated_entries()] == []
    assert [e.msgid for e in catalogue.fuzzy_entries()] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_a_translation_keeps_every_placeholder(path):
    broken = [
        entry.msgid
        for entry in polib.pofile(str(path))
        for text in (
            entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        )
        if set(PLACEHOLDER.findall(text))
        != set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    ]

    assert broken == []


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_a_translation_is_in_thai(path):
    foreign = [
        entry.msgid
        for entry in polib.pofile(str(path))
        if re.search(r"[a-z]{3}", FACT.sub("", entry.msgid))
        and not THAI.search(entry.msgstr or "".join(entry.msgstr_plural.values()))
        and entry.msgid not in SAME_IN_BOTH
    ]

    assert foreign == []


def test_one_sentence_has_one_translation():
    """Django merges all catalogues; where meanings differ, give the sentence a context."""
    said: dict[tuple[str, str], set[str]] = {}
    for path in CATALOGUES:
        if "config" not in path.relative_to(PACKAGE).parts:
            for entry in polib.pofile(str(path)):
                known = said.setdefault((entry.msgctxt or "", entry.msgid), set())
                known.add(entry.msgstr or entry.msgstr_plural.get(0, ""))

    assert {key: texts for key, texts in said.items() if len(texts) > 1} == {}


FACT = re.compile(r"%\(\w+\)[sd]")
"""What is filled in; a sentence of nothing else has no words."""

SAME_IN_BOTH = {"English", "CSV", "XLSX", "PDF", "DOCX", "JSON"}


@pytest.mark.slow
@pytest.mark.parametrize("application", applications(), ids=name)
def test_the_catalogue_holds_the_sentences_of_today(application):
    program("xgettext")
    path = application / CATALOGUE
    written = polib.pofile(str(path)) if path.exists() else polib.POFile()

    assert {e.msgid for e in gathered(application)} == {e.msgid for e in written}


SPOKEN = {"_", "gettext", "pgettext", "ngettext", "npgettext"}


def test_no_sentence_hides_inside_another_string():
    """What gathers the sentences does not look into f-strings."""
    hidden = [
        f"{path}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in SPOKEN
    ]

    assert hidden == []

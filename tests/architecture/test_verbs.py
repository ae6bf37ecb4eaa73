"""Every deed that is written into history has words, in both languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation import override

from prongsai.foundations.audit.words import sentence, verbs

SOURCES = sorted((Path(__file__).parents[2] / "src" / "prongsai").rglob("*.py"))
VERB = re.compile(r"[a-z_]+\.[a-z_-]+")


def used_in(path: Path) -> Iterator[str]:
    """Every verb given to a call of ``record``: as it stands, or by way of a variable.

    A dictionary the variable is looked up in counts as a whole.
    """
    module = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _name(node.func) == "record" and node.args:
            yield from _texts_in(node.args[0])
            for value in _values_of(_names_in(node.args[0]), module):
                yield from _texts_in(value)
                for inner in _values_of(_names_in(value), module):
                    if isinstance(inner, ast.Dict):
                        yield from _texts_in(inner)


def _values_of(names: set[str], module: ast.Module) -> Iterator[ast.expr]:
    """What is put into variables anywhere in a module."""
    for node in ast.walk(module):
        if isinstance(node, ast.Assign) and names & _names_in(*node.targets):
            yield node.value


def _texts_in(node: ast.expr) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def _names_in(*nodes: ast.expr) -> set[str]:
    return {
        part.id
        for node in nodes
        for part in ast.walk(node)
        if isinstance(part, ast.Name)
    }


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


USED = sorted(
    {verb for path in SOURCES for verb in used_in(path) if VERB.fullmatch(verb)}
)


def test_history_is_written_somewhere():
    assert "files.claimed" in USED


@pytest.mark.parametrize("verb", USED)
def test_every_verb_has_words(verb):
    assert verb in verbs()


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_words_differ_from_the_code(verb):
    with override("en"):
        said = sentence(verb)

    assert said != verb
    assert said[0].isupper()


def test_words_are_thai_in_thai():
    with override("th"):
        said = {verb: sentence(verb) for verb in verbs()}

    foreign = [verb for verb, words in said.items() if not re.search("[ก-๙]", words)]
    assert foreign == []

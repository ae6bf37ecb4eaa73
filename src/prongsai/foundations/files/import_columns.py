"""The columns of a sheet that is taken over: found by their headings, read by fields."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from prongsai.foundations.files.sheet_problems import Problem
from prongsai.foundations.files.sheets import FORMULA
from prongsai.ita.thai.text import fold


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What a column is called in each language."""

    key: str
    th: str
    en: str

    def __str__(self) -> str:
        return self.en if translation.get_language() == "en" else self.th


@dataclass(kw_only=True)
class CheckedSheet:
    """What is wrong with a sheet, and the headings nobody asked for.

    Whoever checks adds the rows that are fine.
    """

    problems: list[Problem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    @property
    def bad_rows(self) -> int:
        """How many rows have something wrong with them."""
        return len({problem.row for problem in self.problems if problem.row})


class ImportColumns:
    """The columns in the ``columns.toml`` of one package; no row lacks the required."""

    def __init__(self, package: str, *, required: Sequence[str]) -> None:
        self._package = package
        self._required = required

    @cached_property
    def _headings(self) -> dict[str, Heading]:
        text = files(self._package).joinpath("columns.toml").read_text("utf-8")
        return {
            key: Heading(key=key, th=names["th"], en=names["en"])
            for key, names in tomllib.loads(text).items()
        }

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {
            fold(name): key
            for key, heading in self._headings.items()
            for name in (key, heading.th, heading.en)
        }

    def headings(self) -> dict[str, Heading]:
        """Return the headings by key, in the order of the file."""
        return self._headings

    def key_of(self, heading: str) -> str | None:
        """Return the key of a column by its heading in either language, with * or not."""
        return self._keys.get(fold(heading))

    def places(
        self, names: Sequence[str], found: CheckedSheet, *, twice: str
    ) -> dict[str, int]:
        """Return where each known column stands; note what is double or missing.

        ``twice`` are the words for a column that is there a second time.
        """
        places: dict[str, int] = {}
        for n, name in enumerate(names):
            key = self.key_of(name)
            if key is None:
                found.ignored += [name] if name else []
            elif key in places:
                found.problems.append(Problem(row=0, column=name, text=twice))
            else:
                places[key] = n
        found.problems += [
            Problem.missing(str(self._headings[key]))
            for key in self._required
            if key not in places
        ]
        return places

    def values(
        self, texts: Mapping[str, str], readers: Mapping[str, forms.Field], *, row: int
    ) -> tuple[dict[str, Any], list[Problem]]:
        """Return what the cells of a row say by column, and what no field could read."""
        values: dict[str, Any] = {}
        problems = []
        for key, text in texts.items():
            column = str(self._headings[key])
            if text == FORMULA:
                problems.append(Problem.formula(column, row))
                continue
            try:
                values[key] = readers[key].clean(text)
            except ValidationError as error:
                problems.append(Problem.invalid(column, row, error))
        return values, problems


def texts_at(places: Mapping[str, int], cells: Sequence[str]) -> dict[str, str]:
    """Return the texts of a row by column; a row may end before its last columns."""
    return {key: cells[n] if n < len(cells) else "" for key, n in places.items()}

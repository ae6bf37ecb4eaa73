"""What posts, divisions and local law are called in each type of office."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from prongsai.foundations.organisations.models import OfficeType


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word in both languages, with where it is from and how sure that is."""

    th: str
    en: str
    source: str
    confidence: Literal["high", "medium", "low"]


@dataclass(frozen=True, kw_only=True)
class UsualDivision:
    """A division that offices of a type usually have, and the title of its head."""

    code: str
    name: Term
    head: Term


@dataclass(frozen=True, kw_only=True)
class Titles:
    """The words of one type of office."""

    head: Term
    deputy_head: Term
    clerk: Term
    central_office: Term
    council: Term
    local_law: Term
    divisions: tuple[UsualDivision, ...]


@cache
def _data() -> dict[str, Any]:
    place = files("prongsai.foundations.organisations") / "data" / "titles.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))


@cache
def titles_of(kind: OfficeType) -> Titles:
    """Return the words of one type of office."""
    found = _data()[kind.value]
    source = found["source"]
    central = _term(found["central_office"], source)
    return Titles(
        head=_term(found["head"], source),
        deputy_head=_term(found["deputy_head"], source),
        clerk=_term(found["clerk"], source),
        central_office=central,
        council=_term(found["council"], source),
        local_law=_term(found["local_law"], source),
        divisions=tuple(_division(code, central) for code in found["divisions"]),
    )


def caption(kind: str, language: Literal["th", "en"]) -> str:
    """Return the words before the title of a post somebody fills by order."""
    return str(_data()["captions"][kind][language])


def _division(code: str, central: Term) -> UsualDivision:
    found = _data()["divisions"][code]
    name = _term(found["name"], found["source"]) if "name" in found else central
    return UsualDivision(
        code=code, name=name, head=_term(found["head"], found["source"])
    )


def _term(words: dict[str, str], source: str) -> Term:
    from_where = _data()["sources"][source]
    return Term(
        th=words["th"],
        en=words["en"],
        source=from_where["title"],
        confidence=from_where["confidence"],
    )

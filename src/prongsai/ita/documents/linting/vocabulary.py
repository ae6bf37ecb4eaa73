"""The words that rules listen for, read from ``vocabulary.toml``."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of words; an unknown name is a ``KeyError``.

    >>> "และ" in words("never-last")
    True
    """
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    file = files("prongsai.ita.documents.linting") / "vocabulary.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))

"""The Thai sentences of the papers of the annual check, filled with Thai digits."""

import tomllib
from functools import cache
from importlib.resources import files

from prongsai.ita.documents.rendering.wording import Wording

OFFICIAL = Wording()
"""Thai digits everywhere, codes with Latin letters and addresses left alone."""


@cache
def _all() -> dict[str, object]:
    text = files(__package__).joinpath("wording.toml").read_text("utf-8")
    return tomllib.loads(text)


def say(key: str, **facts: object) -> str:
    """Fill one sentence."""
    return OFFICIAL.text(str(_all()[key]).format(**facts))


def titles(key: str) -> list[str]:
    """Return the heads of a table."""
    found = _all()[key]
    if not isinstance(found, list):
        raise TypeError(key)
    return [str(title) for title in found]


def condition(value: str) -> str:
    """Return the official word for a condition; empty where there is none."""
    found = _all()["conditions"]
    if not isinstance(found, dict):
        raise TypeError(found)
    return str(found.get(value, ""))

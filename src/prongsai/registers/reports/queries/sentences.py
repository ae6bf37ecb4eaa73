"""The Thai sentences that reports and their memos are drafted with."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from prongsai.ita.thai import dates


def say(section: str, key: str, **facts: object) -> str:
    """Fill one sentence."""
    return _all()[section][key].format(**facts)


def has(section: str, key: str) -> bool:
    """Whether there is such a sentence: some kinds of report say nothing somewhere."""
    return key in _all().get(section, {})


def long_date(day: date) -> str:
    """Write a day as letters do, in Arabic digits; a document switches them."""
    return dates.long_date(day, "arabic")


@cache
def _all() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("sentences.toml").read_text("utf-8")
    found: dict[str, dict[str, str]] = tomllib.loads(text)
    return found

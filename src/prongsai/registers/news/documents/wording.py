"""The words our sheets say by themselves, read from TOML."""

import tomllib
from functools import cache
from importlib.resources import files


def said(key: str, **facts: str) -> str:
    """Return a sentence of a sheet with its facts."""
    return _words()["said"][key].format(**facts)


def heading(key: str) -> str:
    """Return the heading of a part."""
    return _words()["headings"][key]


def notice_heading(*, is_announcement: bool) -> str:
    """Return what stands over a notice, before the name of the office."""
    return _words()["notices"]["announcement" if is_announcement else "news"]


def usual(key: str) -> str:
    """Return what most offices write in a part."""
    return _words()["usual"][key].strip()


@cache
def _words() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

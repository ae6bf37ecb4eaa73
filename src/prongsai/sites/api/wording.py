"""The sentences of the interface in both languages."""

import tomllib
from functools import cache
from importlib.resources import files


def say(key: str, **facts: dict[str, str]) -> dict[str, str]:
    """Return a sentence in both languages; each fact comes in both as well.

    >>> say("gone", reason={"th": "ผิด", "en": "wrong"})["en"]
    'The office took this back: wrong'
    """
    return {
        language: text.format(**{name: fact[language] for name, fact in facts.items()})
        for language, text in _words()[key].items()
    }


def knows(key: str) -> bool:
    """Whether there is such a sentence."""
    return key in _words()


@cache
def _words() -> dict[str, dict[str, str]]:
    folder = files("prongsai.sites.api")
    return tomllib.loads(folder.joinpath("words.toml").read_text("utf-8"))

"""Sentences that letters and drafts are written with, read from a file of a package."""

import tomllib
from functools import cached_property
from importlib.resources import files


class SentenceBook:
    """The sentences of one TOML file: sections of keys, with facts in braces."""

    def __init__(self, package: str, name: str = "sentences.toml") -> None:
        self._package = package
        self._name = name

    @cached_property
    def sentences(self) -> dict[str, dict[str, str]]:
        """Every sentence by section and key."""
        text = files(self._package).joinpath(self._name).read_text("utf-8")
        found: dict[str, dict[str, str]] = tomllib.loads(text)
        return found

    def say(self, section: str, key: str, **facts: object) -> str:
        """Fill one sentence."""
        return self.sentences[section][key].format(**facts)

    def has(self, section: str, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self.sentences.get(section, {})

"""The Thai sentences of one kind of paper, read from a file and filled in official digits."""

import tomllib
from functools import cached_property
from importlib.resources import files

from prongsai.ita.documents.rendering.wording import Wording

OFFICIAL = Wording()
"""Thai digits everywhere, codes with Latin letters and addresses left alone."""


class Sentences:
    """The sentences, heads of tables and official words in a file of one package."""

    def __init__(self, package: str, name: str = "wording.toml") -> None:
        self._package, self._name = package, name

    @cached_property
    def _all(self) -> dict[str, object]:
        text = files(self._package).joinpath(self._name).read_text("utf-8")
        return tomllib.loads(text)

    def say(self, key: str, **facts: object) -> str:
        """Fill one sentence."""
        return OFFICIAL.text(str(self._all[key]).format(**facts))

    def titles(self, key: str) -> list[str]:
        """Return the heads of a table."""
        found = self._all[key]
        if not isinstance(found, list):
            raise TypeError(key)
        return [str(title) for title in found]

    def word(self, group: str, value: str) -> str:
        """Return the official word for a value; nothing for no value."""
        found = self._all[group]
        if not isinstance(found, dict):
            raise TypeError(group)
        return str(found[value]) if value else ""

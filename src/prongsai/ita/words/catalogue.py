"""Sentences for the codes this library speaks in, Thai and English side by side.

Each language is a folder, ``th`` and ``en``, with one TOML file a topic.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

from prongsai.ita.errors import ItaError, TooComplex

Language: TypeAlias = Literal["th", "en"]


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Return every code of one language with its sentence.

    A code that two files claim is a ``ValueError``: a mistake of ours, found by tests.
    """
    found: dict[str, str] = {}
    folder = files("prongsai.ita.words") / language
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        for code, words in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if code in found:
                raise ValueError(code, file.name)
            found[code] = str(words)
    return found


def say(code: str, language: Language, **facts: object) -> str:
    """Fill the sentence for ``code`` with ``facts``.

    >>> say("workflow.invalid-move", "en", old="draft", new="published")
    'A state cannot move from draft to published.'
    """
    return catalogue(language)[code].format(**facts)


def speak(error: ItaError, language: Language) -> str:
    """Say what an error has to say, in one sentence.

    A state that knows its label is said by it: codes are no words for a reader.
    """
    facts = {key: getattr(fact, "label", fact) for key, fact in error.facts.items()}
    if isinstance(error, TooComplex):
        facts["what"] = say(f"reading.limit.{facts['what']}", language)
    return say(error.code, language, **facts)

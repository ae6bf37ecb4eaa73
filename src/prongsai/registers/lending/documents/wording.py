"""The Thai sentences of the papers of the annual check, filled with Thai digits."""

from prongsai.ita.documents.rendering.sentences import Sentences

_SENTENCES = Sentences(__package__)

say = _SENTENCES.say
titles = _SENTENCES.titles


def condition(value: str) -> str:
    """Return the official word for a condition; empty where there is none."""
    return _SENTENCES.word("conditions", value)

"""The Thai sentences of the papers of this register, filled with Thai digits."""

from prongsai.ita.documents.rendering.sentences import Sentences

_SENTENCES = Sentences(__package__)

say = _SENTENCES.say
titles = _SENTENCES.titles


def role(value: str) -> str:
    """Return the official word for the role of a member."""
    return _SENTENCES.word("roles", value)

"""The Thai sentences of the paper of an item, filled with Thai digits."""

from prongsai.ita.documents.rendering.sentences import Sentences

_SENTENCES = Sentences(__package__)

say = _SENTENCES.say
titles = _SENTENCES.titles

"""What a memo can be about: registers say how to read their rows and what follows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.apps import apps
from django.db.models import Model

from prongsai.foundations.accounts.models import User

ContentOf = Callable[[int], Mapping[str, object]]
"""From a key to what is decided: texts, numbers, dates, lists and mappings of these."""


class OnDecided(Protocol):
    """Called in the transaction of the decision, which it can refuse by raising."""

    def __call__(
        self, pk: int, *, decision: Sequence[str], by: User, at: datetime
    ) -> None:
        """Carry out what was decided; ``decision`` holds values of ``Decision``."""


class OnVoided(Protocol):
    """Called when a decision no longer counts because the content changed."""

    def __call__(self, pk: int, *, by: User | None, at: datetime) -> None:
        """Take back what followed from the decision."""


InWords = Callable[[Sequence[str], str], tuple[str, str]]
"""From where something stands in a content, and its text, to both as a reader says them."""

WordingOf = Callable[[Mapping[str, object]], InWords]
"""From a content to how its parts are said; called once for each side of a comparison."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """How one kind of row is read and told."""

    label: str
    content_of: ContentOf
    on_decided: OnDecided | None = None
    on_voided: OnVoided | None = None
    wording_of: WordingOf | None = None


_subjects: dict[str, Subject] = {}


def register(
    label: str,
    *,
    content_of: ContentOf,
    on_decided: OnDecided | None = None,
    on_voided: OnVoided | None = None,
    wording_of: WordingOf | None = None,
) -> None:
    """Let memos be about rows of a model, such as ``lending.stockcheck``.

    Called from the ``ready`` of the register's application; a second call for the same
    label replaces the first.
    """
    _subjects[label.lower()] = Subject(
        label=label.lower(),
        content_of=content_of,
        on_decided=on_decided,
        on_voided=on_voided,
        wording_of=wording_of,
    )


def subject_of(label: str) -> Subject:
    """Return what was registered for a label."""
    return _subjects[label.lower()]


def wording_of(label: str, content: Mapping[str, object]) -> InWords:
    """Return how the parts of a content are said; by their keys where nobody says."""
    subject = _subjects.get(label.lower())
    if subject is None or subject.wording_of is None:
        return _by_keys
    return subject.wording_of(content)


def _by_keys(path: Sequence[str], text: str) -> tuple[str, str]:
    return " ".join(path), text


def label_of(row: Model) -> str:
    """Return the label of a row; a ``KeyError`` when its model is not registered."""
    return subject_of(row._meta.label_lower).label


def row_of(label: str, pk: int) -> Model | None:
    """Return the row a memo is about, if it still exists."""
    model: type[Model] = apps.get_model(label)
    return model._default_manager.filter(pk=pk).first()

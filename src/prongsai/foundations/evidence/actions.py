"""Take a figure and keep its proof; run it again and compare."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.evidence import digests, figures, permissions
from prongsai.foundations.evidence.figures import Outcome
from prongsai.foundations.evidence.models import StoredFigure
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import ItaError
from prongsai.ita.thai.periods import Span

_STEP = Decimal("0.0001")
_LIMIT = Decimal(10) ** 11


class BackwardPeriod(ItaError):
    """The period ends before it begins: ``start``, ``end``."""

    code = "evidence.backward-period"


class UnfitValue(ValueError):
    """A figure came to a value that cannot be stored exactly."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """What a figure came to at one moment."""

    value: Decimal
    of: Decimal | None
    row_count: int
    rows_digest: str


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What came of running a figure again; ``now`` is missing when nobody offers it."""

    stored: StoredFigure
    state: Literal["same", "changed", "gone"]
    then: Side
    now: Side | None

    @property
    def is_same(self) -> bool:
        """Whether every row and every number is what it was."""
        return self.state == "same"


@transaction.atomic
def take(
    key: str, *, start: date, end: date, by: User | None, at: datetime
) -> StoredFigure:
    """Compute a figure of a period now and keep it with the digest of its rows.

    ``by`` is ``None`` when the house takes it by itself at a cut-off.
    """
    if by is not None and not permissions.can_take(by, on=localdate(at)):
        raise PermissionDenied
    if end < start:
        raise BackwardPeriod(start=start.isoformat(), end=end.isoformat())
    figure = figures.figure(key)
    side = _side(figure.run(Span(start=start, end=end)))
    stored = StoredFigure.objects.create(
        organisation_id=tenancy.required(),
        key=key,
        start=start,
        end=end,
        value=side.value,
        of=side.of,
        row_count=side.row_count,
        rows_digest=side.rows_digest,
        **_words(figure),
        taken_at=at,
        taken_by=by,
    )
    audit.record(
        "evidence.taken", on=stored, by=by, at=at,
        key=key, rows=side.row_count, digest=side.rows_digest,
    )  # fmt: skip
    return stored


@transaction.atomic
def verify(stored: StoredFigure, *, at: datetime, by: User | None = None) -> Verdict:
    """Run a stored figure again for its period and say whether it is still the same."""
    if by is not None and not permissions.can_verify(by, on=localdate(at)):
        raise PermissionDenied
    then = Side(
        value=stored.value,
        of=stored.of,
        row_count=stored.row_count,
        rows_digest=stored.rows_digest,
    )
    figure = figures.registry().get(stored.key)
    if figure is None:
        verdict = Verdict(stored=stored, state="gone", then=then, now=None)
    else:
        now = _side(figure.run(Span(start=stored.start, end=stored.end)))
        state: Literal["same", "changed"] = "same" if now == then else "changed"
        verdict = Verdict(stored=stored, state=state, then=then, now=now)
    audit.record(
        "evidence.verified", on=stored, by=by, at=at,
        key=stored.key, outcome=verdict.state,
    )  # fmt: skip
    return verdict


def _side(outcome: Outcome) -> Side:
    return Side(
        value=_exact(outcome.value),
        of=None if outcome.of is None else _exact(outcome.of),
        row_count=len(outcome.rows),
        rows_digest=digests.digest_of(outcome.rows),
    )


def _exact(value: Decimal) -> Decimal:
    if not value.is_finite() or abs(value) >= _LIMIT:
        raise UnfitValue(str(value))
    return value.quantize(_STEP)


def _words(figure: figures.Figure) -> dict[str, str]:
    """Return the words of a figure in both languages, as they are today."""
    found = {}
    for language in ("th", "en"):
        with translation.override(language):
            found[f"label_{language}"] = str(figure.label)
            found[f"unit_{language}"] = str(figure.unit)
            found[f"formula_{language}"] = str(figure.formula)
    return found

"""The stored figures of an office, and the evidence gathered for its rows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, Model, OuterRef, Q, QuerySet, Subquery

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import owners
from prongsai.foundations.evidence.models import Check, Evidence, StoredFigure
from prongsai.foundations.organisations import tenancy


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How much evidence of a row holds on a day, and how much no longer does."""

    current: int
    expired: int


NOTHING = Standing(current=0, expired=0)


def visible_to(user: User) -> QuerySet[StoredFigure]:
    """Return the figures of a person's office."""
    return StoredFigure.objects.filter(organisation=user.organisation_id)


def stored() -> QuerySet[StoredFigure]:
    """Return the figures of the current office, the oldest first."""
    return StoredFigure.objects.filter(organisation=tenancy.required()).order_by("pk")


def evidence() -> QuerySet[Evidence]:
    """Return all evidence of the current office, each with its last check's outcome."""
    last = Check.objects.filter(evidence=OuterRef("pk")).order_by("-checked_at", "-pk")
    return (
        Evidence.objects.filter(organisation=tenancy.required())
        .select_related(
            "file", "figure", "version__publication", "collected_by", "replaced_by",
            "withdrawn_by",
        )
        .annotate(
            last_state=Subquery(last.values("state")[:1]),
            last_checked_at=Subquery(last.values("checked_at")[:1]),
        )
    )  # fmt: skip


def in_use() -> QuerySet[Evidence]:
    """Return the evidence of the current office that is neither replaced nor withdrawn."""
    return evidence().filter(_IN_USE)


def of_row(kind: str, pk: int) -> QuerySet[Evidence]:
    """Return everything ever gathered for a row."""
    return evidence().filter(owner_kind=kind, owner_pk=pk)


def gathered(owner: Model, *, slot: str | None = None) -> QuerySet[Evidence]:
    """Return the evidence of a row that is in use: not replaced, not withdrawn."""
    rows = in_use().filter(owner_kind=owner._meta.label_lower, owner_pk=owner.pk)
    return rows if slot is None else rows.filter(slot=slot)


def standing(owner_kind: str, pks: Collection[int], *, on: date) -> dict[int, Standing]:
    """Count, for many rows at once, the evidence that holds on a day.

    A web page counts from the moment its digest is there. A row without evidence is in
    the answer too.
    """
    is_over = Q(expires_on__lt=on)
    counted = (
        Evidence.objects.filter(
            _IN_USE,
            organisation=tenancy.required(),
            owner_kind=owner_kind,
            owner_pk__in=pks,
        )
        .exclude(digest="")
        .order_by()
        .values_list("owner_pk")
        .annotate(all=Count("pk"), expired=Count("pk", filter=is_over))
    )
    found = {pk: (whole, expired) for pk, whole, expired in counted}
    return {
        pk: Standing(current=found[pk][0] - found[pk][1], expired=found[pk][1])
        if pk in found
        else NOTHING
        for pk in pks
    }


def evidence_visible_to(user: User) -> QuerySet[Evidence]:
    """Return the evidence this person may read, as the registers of its rows say."""
    allowed = [_readable(user, owner) for owner in owners.known()]
    rows = evidence().filter(organisation=user.organisation_id)
    return rows.filter(reduce(or_, allowed)) if allowed else rows.none()


def may_read_file_of(user: User, pk: int) -> bool:
    """Whether a person may open the file of a piece of evidence."""
    row = Evidence.objects.filter(organisation=tenancy.required(), pk=pk).first()
    return row is not None and owners.can_read(user, row.owner_kind, row.owner_pk)


def checks_of(row: Evidence) -> QuerySet[Check]:
    """Return how often evidence was proved again, the last time first."""
    return row.checks.select_related("checked_by")


def figures(pks: Iterable[int]) -> list[StoredFigure]:
    """Return some stored figures of the current office, in the order of their keys."""
    return list(stored().filter(pk__in=list(pks)))


def _readable(user: User, owner: owners.Owner) -> Q:
    of_kind = Evidence.objects.filter(
        organisation=user.organisation_id, owner_kind=owner.kind
    )
    pks = list(of_kind.order_by().values_list("owner_pk", flat=True).distinct())
    return Q(owner_kind=owner.kind, owner_pk__in=owner.readable_of(user, pks))


_IN_USE = Q(replaced_at__isnull=True, withdrawn_at__isnull=True)

"""Replace evidence by a newer one, or withdraw it: both with a reason, both kept."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.evidence import owners
from prongsai.foundations.evidence.models import Evidence
from prongsai.foundations.evidence.refusals import (
    NoLongerStands,
    ReasonMissing,
    UnfitReplacement,
)
from prongsai.foundations.organisations import tenancy


@transaction.atomic
def replace(
    evidence: Evidence, new: Evidence, *, reason: str, by: User, at: datetime
) -> Evidence:
    """Put newly added evidence of the same row in the place of an older one.

    Add ``new`` first, in the same transaction. The older one stays readable, with who
    replaced it, when and why. Returns the older one.
    """
    old, new = _locked(evidence), _locked(new)
    _check(old, by=by, reason=reason)
    same_row = (old.owner_kind, old.owner_pk) == (new.owner_kind, new.owner_pk)
    taken = Evidence.objects.filter(replaced_with=new).exists()
    if old.pk == new.pk or not same_row or not new.stands or taken:
        raise UnfitReplacement
    old.replaced_at, old.replaced_by, old.replaced_with = at, by, new
    old.replaced_because = reason.strip()
    old.save(
        update_fields=[
            "replaced_at", "replaced_by", "replaced_with", "replaced_because",
        ]
    )  # fmt: skip
    audit.record("evidence.replaced", on=old, by=by, at=at, new=new.pk)
    return old


@transaction.atomic
def withdraw(evidence: Evidence, *, reason: str, by: User, at: datetime) -> Evidence:
    """Let evidence no longer count, and say why; it stays readable."""
    row = _locked(evidence)
    _check(row, by=by, reason=reason)
    row.withdrawn_at, row.withdrawn_by = at, by
    row.withdrawn_because = reason.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    audit.record("evidence.withdrawn", on=row, by=by, at=at)
    return row


def _check(row: Evidence, *, by: User, reason: str) -> None:
    if not owners.can_add(by, row.owner_kind, row.owner_pk):
        raise PermissionDenied
    if not row.stands:
        raise NoLongerStands
    if not reason.strip():
        raise ReasonMissing


def _locked(evidence: Evidence) -> Evidence:
    return Evidence.objects.select_for_update().get(
        organisation=tenancy.required(), pk=evidence.pk
    )

"""A sheet of results comes in: kept, looked at, then all of it as drafts, or nothing."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.ita.errors import ItaError
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.actions import results
from prongsai.registers.assessments.actions.results import Values
from prongsai.registers.assessments.models import Assessment, ResultSheet
from prongsai.registers.assessments.queries import results as queries


class SheetOver(ItaError):
    """This sheet was entered already."""

    code = "assessments.sheet-over"


@transaction.atomic
def keep_file(draft: ResultSheet, *, by: User, at: datetime) -> ResultSheet:
    """Keep the cells of a file until somebody has looked at what it would do."""
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    draft.organisation_id = by.organisation_id
    draft.uploaded_by, draft.uploaded_at = by, at
    draft.save(force_insert=True)
    audit.record("assessments.sheet-read", on=draft, by=by, at=at, rows=draft.rows)
    return draft


@transaction.atomic
def take(
    sheet: ResultSheet, values: Sequence[Values], *, by: User, at: datetime
) -> list[Assessment]:
    """Enter every year of a checked sheet as a draft, over a draft that stands there."""
    sheet = _locked(sheet, by=by, at=at)
    entered = [_take_year(one, by=by, at=at) for one in values]
    sheet.table, sheet.taken_by, sheet.taken_at = [], by, at
    sheet.save(update_fields=["table", "taken_by", "taken_at"])
    audit.record(
        "assessments.sheet-taken", on=sheet, by=by, at=at,
        years=",".join(str(one.fiscal_year) for one in entered),
    )  # fmt: skip
    return entered


@transaction.atomic
def discard(sheet: ResultSheet, *, by: User, at: datetime) -> None:
    """Throw away a sheet that was read and not entered."""
    sheet = _locked(sheet, by=by, at=at)
    audit.record("assessments.sheet-discarded", on=sheet, by=by, at=at)
    sheet.delete()


def _take_year(values: Values, *, by: User, at: datetime) -> Assessment:
    standing = queries.of_year(values.fiscal_year)
    if standing is None:
        return results.enter(values, by=by, at=at)
    return results.change(standing, values, version=standing.version, by=by, at=at)


def _locked(sheet: ResultSheet, *, by: User, at: datetime) -> ResultSheet:
    sheet = ResultSheet.objects.select_for_update().get(pk=sheet.pk)
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    if sheet.taken_at is not None:
        raise SheetOver
    return sheet

"""The memo that puts the report of a check to the head of the office, and what follows."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.statements import Parts
from prongsai.foundations.approvals.states import Decision
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.rules import FileRules
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.actions import checks
from prongsai.registers.lending.models.checks import StockCheck
from prongsai.registers.lending.permissions import checks as permissions
from prongsai.registers.lending.queries import checks as queries
from prongsai.registers.lending.states.checks import CheckState

SUBJECT = "lending.stockcheck"
_REPORT = FileRules(types=("pdf",), max_count=1)


class NotReported(ItaError):
    """The report has to be made before it can be put to anybody."""

    code = "lending.not-reported"


@transaction.atomic
def draft_memo(
    stock_check: StockCheck,
    parts: Parts,
    *,
    title: str,
    report: bytes,
    by: User,
    at: datetime,
) -> Memo:
    """Draft the memo with everything the register knows, the report enclosed."""
    stock_check = StockCheck.objects.select_for_update().get(pk=stock_check.pk)
    if not permissions.can_count(by, stock_check):
        raise PermissionDenied
    if stock_check.state != CheckState.REPORTED:
        raise NotReported
    upload = ContentFile(report, name=f"check-{stock_check.fiscal_year}.pdf")
    enclosed = files.receive(upload, rules=_REPORT, by=by, at=at)
    memo = approvals.draft(
        title=title,
        parts=parts,
        subject=stock_check,
        attachments=[enclosed],
        by=by,
        at=at,
    )
    audit.record("lending.check-memo", on=stock_check, by=by, at=at)
    return memo


def content_of(pk: int) -> Mapping[str, object]:
    """Return what a decision about a check is bound to."""
    return queries.content_of(StockCheck.objects.get(pk=pk))


def on_decided(pk: int, *, decision: Sequence[str], by: User, at: datetime) -> None:
    """Carry out what the head of the office decided about the report."""
    stock_check = StockCheck.objects.get(pk=pk)
    memo = memos.about(SUBJECT, pk).order_by("-pk").first()
    number = "" if memo is None else memo.reference
    if Decision.REFUSED in decision:
        checks.send_back(stock_check, remark=number, by=by, at=at)
    else:
        checks.approve(stock_check, number=number, by=by, at=at)

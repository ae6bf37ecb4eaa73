"""What waits for a person in the asset register, as the home page lists it."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.registers.lending import rules
from prongsai.registers.lending.models.checks import StockCheck
from prongsai.registers.lending.models.disposals import Disposal
from prongsai.registers.lending.permissions import assets as asset_permissions
from prongsai.registers.lending.permissions import checks as check_permissions
from prongsai.registers.lending.queries import assets, checks
from prongsai.registers.lending.states.checks import CHECK_TONES, CheckState
from prongsai.ui.worklist import WorkItem

MOST_SHOWN = 10


def running_checks(user: User, on: date) -> list[WorkItem]:
    """Checks this member is to count or report, and those whose letter is still owed."""
    mine = [CheckState.APPOINTED, CheckState.COUNTING, CheckState.REPORTED]
    seen = checks.visible_to(user, on=on)
    found = list(seen.filter(members__user=user, state__in=mine, starts_on__lte=on))
    if check_permissions.can_open_check(user, on=on):
        found += seen.filter(state=CheckState.APPROVED)
    return [_check(stock_check, on) for stock_check in found]


def letters_to_write(user: User, on: date) -> list[WorkItem]:
    """Disposals the Audit Office must still be told of, for who keeps the register."""
    if not asset_permissions.can_manage_assets(user, on=on):
        return []
    untold = assets.untold_disposals(user, on=on)[:MOST_SHOWN]
    return [_letter(disposal, on) for disposal in untold]


def tell_by(disposal: Disposal) -> date:
    """Return the last day to tell the Audit Office of a disposal (ข้อ 218)."""
    days = rules.value("audit_office_days", on=disposal.struck_off_on)
    return disposal.struck_off_on + timedelta(days=days)


def _check(stock_check: StockCheck, on: date) -> WorkItem:
    state = CheckState(stock_check.state)
    late = stock_check.is_late(on)
    return WorkItem(
        label=str(stock_check),
        href=stock_check.get_absolute_url(),
        badge=_("Late") if late else str(state.label),
        tone="bad" if late else CHECK_TONES[state] or "plain",
        due=None if state == CheckState.APPROVED else stock_check.due_on,
    )


def _letter(disposal: Disposal, on: date) -> WorkItem:
    late = on > tell_by(disposal)
    return WorkItem(
        label=str(disposal.asset),
        note=disposal.get_how_display(),
        href=disposal.asset.get_absolute_url(),
        badge=_("Late") if late else "",
        tone="bad" if late else "plain",
        due=tell_by(disposal),
    )

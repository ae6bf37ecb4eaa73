"""What the page of a loan shows: where it stands, what comes next, what happened."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import queries as files
from prongsai.ita.thai.identifiers import masked
from prongsai.registers.lending.models import Loan
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.queries.clocks import chase_by
from prongsai.registers.lending.staff_views.loan_story import steps_of, story_of
from prongsai.registers.lending.staff_views.loans_finding import loans_trail
from prongsai.registers.lending.staff_views.loans_tables import (
    lines_table,
    state_cell,
)
from prongsai.registers.lending.states.loans import (
    BEFORE_HAND_OVER,
    ENDED,
    ExtensionState,
    LoanState,
    SettlementState,
)
from prongsai.ui.deeds import Deed
from prongsai.ui.writing import short_date


def loan_context(user: User, loan: Loan, *, on: date) -> dict[str, object]:
    """Return everything the page of a loan shows to a person on a day."""
    reads = permissions.can_read_files(user, loan, on=on)
    return {
        "loan": loan,
        "trail": loans_trail((str(loan), "")),
        "state": state_cell(loan),
        "deeds": list(deeds(user, loan, on=on)),
        "facts": facts(loan),
        "borrower_facts": borrower_facts(loan),
        "can_unmask": bool(loan.id_number)
        and permissions.can_unmask(user, loan, on=on),
        "lines": lines_table(loan),
        "steps": steps_of(loan),
        "story": story_of(loan),
        "files": files.of(loan) if reads else None,
        "nobody_decides": nobody_decides(loan, on=on),
        "late": loan.is_overdue(on=on),
        "chase_by": chase_by(loan.due_on),
        "papers": papers(loan),
    }


def nobody_decides(loan: Loan, *, on: date) -> bool:
    """Whether the post that decides is vacant: then an acting order is needed first."""
    return loan.state == LoanState.CHECKED and not queries.deciders_of(loan, on=on)


def deeds(user: User, loan: Loan, *, on: date) -> Iterator[Deed]:
    """Give what this person may do now, the next step first."""
    handles = permissions.can_handle(user, loan, on=on)
    decides = permissions.can_decide(user, loan, on=on)
    if handles:
        yield from _handling(loan, on=on)
    if decides:
        yield from _deciding(loan)
    can_extend = permissions.can_extend(user, loan, on=on)
    if loan.state == LoanState.HANDED_OVER and can_extend and not _asked(loan):
        yield _page(_("Ask for more time"), "extend", loan)
    if loan.state in BEFORE_HAND_OVER and permissions.can_cancel(user, loan, on=on):
        yield _page(_("Cancel"), "cancel", loan, kind="quiet")


def _handling(loan: Loan, *, on: date) -> Iterator[Deed]:
    if loan.state == LoanState.REQUESTED:
        yield _page(_("Check the stock"), "check", loan, kind="primary")
    if loan.state == LoanState.APPROVED:
        yield _page(_("Hand over"), "hand_over", loan, kind="primary")
    if loan.state == LoanState.HANDED_OVER:
        yield _page(_("Take back"), "take_back", loan, kind="primary")
    if loan.is_overdue(on=on):
        yield _page(_("Record a chase"), "chase", loan)
    if loan.state == LoanState.RETURNED and _harmed(loan):
        yield _page(_("Open a settlement"), "open_settlement", loan, kind="primary")
    elif loan.state in {LoanState.RETURNED, LoanState.SETTLING}:
        yield from _ending(loan)


def _ending(loan: Loan) -> Iterator[Deed]:
    settlement = getattr(loan, "settlement", None)
    state = settlement.state if settlement else SettlementState.FULFILLED
    if state == SettlementState.OPENED:
        yield _page(_("Record the answer"), "hear", loan, kind="primary")
    if state == SettlementState.DECIDED:
        yield _page(_("Confirm it was made good"), "fulfil", loan, kind="primary")
    if state == SettlementState.FULFILLED:
        url = reverse("lending:close", args=[loan.pk])
        yield Deed(label=_("Close the loan"), href=url, kind="primary", is_post=True)


def _deciding(loan: Loan) -> Iterator[Deed]:
    if loan.state == LoanState.CHECKED:
        yield _page(_("Decide"), "decide", loan, kind="primary")
    if _asked(loan):
        label = _("Decide on the extension")
        yield _page(label, "decide_extension", loan, kind="primary")
    settlement = getattr(loan, "settlement", None)
    if settlement and settlement.state == SettlementState.HEARD:
        label = _("Decide on the settlement")
        yield _page(label, "decide_settlement", loan, kind="primary")


def facts(loan: Loan) -> list[tuple[str, object]]:
    """Return what the loan is about."""
    pairs: list[tuple[str, object]] = [
        (_("Purpose"), loan.purpose),
        (_("Serves"), loan.get_benefit_display()),
        (_("Place of use"), loan.place),
        (
            _("Premises"),
            _("On the premises") if loan.on_premises else _("Off the premises"),
        ),
        (_("From"), short_date(loan.starts_on)),
        (_("Due back"), short_date(loan.due_on)),
        (_("Responsible division"), loan.division),
        (_("Came by"), loan.get_channel_display()),
    ]
    optional = [
        (_("Rests on"), loan.basis),
        (_("Urgency"), loan.urgency),
        (_("Note of the check"), loan.check_note),
        (_("Received by"), loan.handed_to),
        (_("Reason for cancelling"), loan.cancel_reason),
    ]
    return pairs + [(label, value) for label, value in optional if value]


def borrower_facts(loan: Loan) -> list[tuple[str, object]]:
    """Return who borrows; the identity number stays masked."""
    pairs: list[tuple[str, object]] = [
        (_("Name"), loan.borrower_name),
        (_("Kind"), loan.get_borrower_kind_display()),
        (_("Position, agency or community"), loan.borrower_position),
        (_("For the work of"), loan.borrower_division or ""),
        (_("Address"), loan.borrower_address),
        (_("Telephone"), loan.borrower_phone),
        (_("E-mail"), loan.borrower_email),
    ]
    if loan.id_number:
        pairs.append((loan.get_id_kind_display(), masked(loan.id_number)))
    return [(label, value) for label, value in pairs if value]


def papers(loan: Loan) -> list[Deed]:
    """Return the documents that can be printed as things stand."""
    kinds = [("form", _("Loan form"))]
    if queries.adverse_decision(loan):
        kinds.append(("refusal", _("Notice of refusal")))
    if loan.state == LoanState.HANDED_OVER:
        kinds.append(("chase", _("Chase letter")))
    found = []
    for kind, label in kinds:
        for ending in ("pdf", "docx"):
            url = reverse("lending:paper", args=[loan.pk, kind, ending])
            found.append(Deed(label=f"{label} ({ending.upper()})", href=url))
    return found


def _page(label: str, name: str, loan: Loan, *, kind: str = "secondary") -> Deed:
    return Deed(label=label, href=reverse(f"lending:{name}", args=[loan.pk]), kind=kind)


def _asked(loan: Loan) -> bool:
    if loan.state in ENDED:
        return False
    return any(e.state == ExtensionState.ASKED for e in loan.extensions.all())


def _harmed(loan: Loan) -> bool:
    return any(
        item.is_harmed for line in loan.lines.all() for item in line.returns.all()
    )

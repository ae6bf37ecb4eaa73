"""What stands on the pages of a check: steps, figures, tables, what comes next."""

from collections.abc import Iterator
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.files import queries as files
from prongsai.registers.lending.actions.memos import SUBJECT
from prongsai.registers.lending.forms.checks import CountForm
from prongsai.registers.lending.models.checks import CheckItem, StockCheck
from prongsai.registers.lending.permissions import checks as permissions
from prongsai.registers.lending.queries import checks as queries
from prongsai.registers.lending.staff_views.finding import checks_trail
from prongsai.registers.lending.states.assets import CONDITION_TONES, Condition
from prongsai.registers.lending.states.checks import CHECK_TONES, CheckState
from prongsai.ui.charts import Chart, bars
from prongsai.ui.filtering import Filters
from prongsai.ui.steps import Step, StepState
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_date

_ORDER = (
    CheckState.APPOINTED,
    CheckState.COUNTING,
    CheckState.REPORTED,
    CheckState.APPROVED,
    CheckState.CLOSED,
)

REMARKS = {
    "appointed-outside-last-month": gettext_lazy(
        "The order is not of the last month of the fiscal year (clause 213)."
    ),
    "not-begun": gettext_lazy(
        "The check should have begun on the first working day of the new fiscal year."
    ),
    "report-late": gettext_lazy("The report is late (clause 213)."),
}


class CheckFilters(Filters):
    """There is one check a year: words are enough."""

    search_in = ("order_number",)


def state_cell(stock_check: StockCheck) -> Cell:
    """The state of a check as a badge."""
    tone = CHECK_TONES[CheckState(stock_check.state)]
    return Cell(stock_check.get_state_display(), tone=tone)


def seen_cell(item: CheckItem) -> Cell:
    """How a line stands, as a badge."""
    if item.found is None:
        return Cell(_("not counted yet"), tone="plain")
    if item.lacking:
        return Cell(_("lacking %(number)s") % {"number": item.lacking}, tone="bad")
    condition = Condition(item.condition)
    return Cell(str(condition.label), tone=CONDITION_TONES[condition])


def line_cell(item: CheckItem) -> Cell:
    """The code of a line, leading to the page where it is counted."""
    href = reverse("lending:count_line", args=[item.stock_check_id, item.pk])
    return Cell(item.code, href=href)


CHECK_COLUMNS = (
    Column("fiscal_year", gettext_lazy("Fiscal year"), sort="fiscal_year", value=str),
    Column("order_number", gettext_lazy("Number of the order")),
    Column("starts_on", gettext_lazy("Begins on")),
    Column("due_on", gettext_lazy("Report due on")),
    Column("state", gettext_lazy("State"), value=state_cell),
)
ITEM_COLUMNS = (
    Column("code", gettext_lazy("Asset code"), sort="code", value=line_cell),
    Column("name", gettext_lazy("Name"), value=lambda item: item.asset.name),
    Column("place", gettext_lazy("Place"), sort="expected_place",
           value=lambda item: item.expected_place),
    Column("expected", gettext_lazy("Should be there"), numeric=True),
    Column("found", gettext_lazy("Found"), numeric=True),
    Column("seen", gettext_lazy("Seen"), sort="found", value=seen_cell),
    Column("counted_by", gettext_lazy("Counted by"), shown=False),
    Column("note", gettext_lazy("Note"), shown=False),
)  # fmt: skip


def check_context(
    user: User, stock_check: StockCheck, *, on: date
) -> dict[str, object]:
    """Return everything the page of a check shows."""
    state = CheckState(stock_check.state)
    has_list = state not in {CheckState.APPOINTED, CheckState.CANCELLED}
    summary = queries.summary(stock_check)
    return {
        "stock_check": stock_check,
        "trail": checks_trail((str(stock_check), "")),
        "tone": CHECK_TONES[state],
        "steps": _steps(stock_check),
        "facts": list(_facts(stock_check)),
        "members": list(stock_check.members.all()),
        "remarks": [REMARKS[code] for code in queries.remarks(stock_check, on=on)],
        "has_list": has_list,
        "summary": summary,
        "chart": _chart(summary) if has_list else None,
        "differences": _differences(stock_check) if has_list else None,
        "surplus": list(queries.surplus(stock_check)) if has_list else [],
        "can_count": permissions.can_count(user, stock_check),
        "can_lead": permissions.can_open_check(user, on=on),
        "memos": list(memos.about(SUBJECT, stock_check.pk).order_by("-pk")),
        "may_begin": on >= stock_check.starts_on,
    }


def line_page(request: StaffRequest, item: CheckItem, form: CountForm) -> HttpResponse:
    """Draw the page of one line of the count."""
    stock_check = item.stock_check
    back = reverse("lending:count", args=[stock_check.pk])
    context = {
        "item": item,
        "form": form,
        "back": back,
        "photos": list(files.of(item)),
        "facts": [
            (_("Should be there"), f"{item.expected:,} {item.asset.unit}"),
            (_("Place"), item.expected_place),
            (_("Condition"), item.get_expected_condition_display()),
            (_("Lent out now"), queries.lent_out(item)),
            (_("Division"), item.division),
        ],
        "trail": checks_trail(
            (str(stock_check), stock_check.get_absolute_url()),
            (_("Count"), back),
            (item.code, ""),
        ),
    }
    status = 422 if form.is_bound else 200
    return render(request, "lending/staff/checks/line.html", context, status=status)


def _steps(stock_check: StockCheck) -> list[Step]:
    if stock_check.state == CheckState.CANCELLED:
        return []
    now = _ORDER.index(CheckState(stock_check.state))
    notes = {
        CheckState.APPOINTED: short_date(stock_check.order_date),
        CheckState.COUNTING: short_date(stock_check.starts_on),
        CheckState.REPORTED: _("by %(day)s") % {"day": short_date(stock_check.due_on)},
    }
    return [
        Step(label=str(state.label), state=_step(n, now), note=notes.get(state, ""))
        for n, state in enumerate(_ORDER)
    ]


def _step(n: int, now: int) -> StepState:
    is_last = now == len(_ORDER) - 1
    if n < now or (n == now and is_last):
        return "done"
    return "now" if n == now else "next"


def _facts(stock_check: StockCheck) -> Iterator[tuple[str, object]]:
    order = f"{stock_check.order_number}, {short_date(stock_check.order_date)}"
    yield _("Order"), order
    yield _("Begins on"), short_date(stock_check.starts_on)
    yield _("Report due on"), short_date(stock_check.due_on)
    if stock_check.decision_number:
        yield _("Approved by memo"), stock_check.decision_number
    if stock_check.told_on:
        told = f"{stock_check.told_letter}, {short_date(stock_check.told_on)}"
        yield _("Copy to the Audit Office"), told
    if stock_check.remark:
        yield _("Remark"), stock_check.remark


def _chart(summary: queries.Summary) -> Chart:
    known = [c for c in Condition if c.value in summary.by_condition]
    labels = [str(c.label) for c in known] + [_("not found")]
    numbers = [summary.by_condition[c.value].things for c in known]
    return bars(
        _("What was found, by condition"),
        labels=labels,
        series={_("things"): [*numbers, summary.lacking.things]},
    )


def _differences(stock_check: StockCheck) -> Table:
    columns = [
        Column("code", _("Asset code")),
        Column("name", _("Name")),
        Column("expected", _("Should be there"), numeric=True),
        Column("found", _("Found"), numeric=True),
        Column("seen", _("Seen")),
        Column("place", _("Place")),
        Column("note", _("Note")),
    ]
    rows = [
        Row(
            cells=[
                line_cell(item)
                if stock_check.state == CheckState.COUNTING
                else Cell(item.code),
                item.asset.name,
                f"{item.expected:,}",
                f"{item.found or 0:,}",
                seen_cell(item),
                item.place,
                item.note,
            ]
        )
        for item in queries.differences(stock_check)[:200]
    ]
    empty = _("Everything counted so far is as the register says.")
    return Table(
        _("Different from the register"), columns=columns, rows=rows, empty=empty
    )

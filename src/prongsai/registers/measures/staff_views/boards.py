"""What is to be done: one person's steps, a division's board, everything late."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.registers.measures.forms.following import BoardForm
from prongsai.registers.measures.queries import board as boards
from prongsai.registers.measures.queries import work
from prongsai.registers.measures.staff_views import boards_rows
from prongsai.registers.measures.staff_views.plans_finding import plans_trail

PER_PAGE = 50


@require_safe
def mine(request: StaffRequest) -> HttpResponse:
    """My steps, parts and measures; a step is finished right here."""
    found = work.mine(request.user)
    rows = [boards_rows.mine_row(due, on=today()) for due in found]
    context = {
        "rows": rows,
        "late": sum(row.due.days_late(today()) > 0 for row in rows),
        "to_judge": boards_rows.to_judge(request.user, on=today()),
        "trail": plans_trail((_("My steps"), "")),
    }
    return render(request, "measures/staff/mine.html", context)


@require_safe
def board(request: StaffRequest) -> HttpResponse:
    """The board of a division, by due date or by state."""
    form = BoardForm(request.GET if "division" in request.GET else None)
    chosen = form.cleaned_data["division"] if form.is_valid() else None
    whose = boards.chosen_divisions(
        request.user, chosen, asked=form.is_bound, on=today()
    )
    by_state = request.GET.get("by") == "state"
    columns = boards.by_state if by_state else boards.by_due
    form.initial["division"] = whose.division
    context = {
        "form": form,
        "whose": whose,
        "tabs": boards_rows.board_tabs(request, by_state=by_state),
        "by": "state" if by_state else "due",
        "columns": columns(whose.pks, on=today()),
        "trail": plans_trail((_("Board"), "")),
    }
    return render(request, "measures/staff/board.html", context)


@require_safe
def late(request: StaffRequest) -> HttpResponse:
    """Everything that is late, with who and how many days."""
    rows = work.late(request.user, on=today())
    kind = request.GET.get("export", "")
    if kind in boards_rows.EXPORTS:
        return boards_rows.late_file(rows, kind, on=today())
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "count": len(rows),
        "table": boards_rows.late_table(page.object_list, on=today()),
        "exports": [(name.upper(), f"?export={name}") for name in boards_rows.EXPORTS],
        "trail": plans_trail((_("Everything late"), "")),
    }
    return render(request, "measures/staff/late.html", context)

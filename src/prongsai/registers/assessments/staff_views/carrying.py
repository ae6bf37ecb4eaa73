"""How the items of one year continue in the next, line by line."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.submissions.http import once
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.actions import carrying as actions
from prongsai.registers.assessments.forms.carrying import CarryForm
from prongsai.registers.assessments.queries import carrying as queries
from prongsai.registers.assessments.staff_views import carrying_page as page
from prongsai.registers.assessments.staff_views.results_finding import (
    must_write,
    results_trail,
    section_tabs,
)


@require_safe
def listed(request: StaffRequest) -> HttpResponse:
    """Every item of two years, and what became of it."""
    from_year = asked_year(request.GET.get("from", ""))
    context = page.carry_context(from_year) | {
        "can_write": permissions.can_write(request.user, today()),
        "tabs": section_tabs("carry"),
        "trail": results_trail((_("Items carried over"), "")),
    }
    return render(request, "assessments/staff/carrying/list.html", context)


@require_http_methods(["GET", "POST"])
@once
def line(request: StaffRequest) -> HttpResponse:
    """Say how one item continues."""
    must_write(request)
    from_year = asked_year(request.GET.get("from", ""))
    found = page.line_of(from_year, request.GET.get("code", ""))
    form = CarryForm(request.POST or None, line=found)
    back = page.address(from_year)
    if request.method == "POST" and form.is_valid():
        actions.confirm(
            from_year,
            found.code,
            form.chosen,
            note=form.cleaned_data["note"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Noted how the item continues."))
        return redirect(f"{back}#{found.code}")
    context = page.line_context(from_year, found) | {
        "form": form,
        "back": back,
        "trail": results_trail((_("Items carried over"), back), (_("Item"), "")),
    }
    status = 422 if form.is_bound else 200
    template = "assessments/staff/carrying/line.html"
    return render(request, template, context, status=status)


@require_POST
@once
def copy(request: StaffRequest) -> HttpResponse:
    """Bring last year's own checks over where one item became one item."""
    must_write(request)
    from_year = asked_year(request.POST.get("from", ""))
    copies = actions.copy_checks(from_year, by=request.user, at=timezone.now())
    if copies:
        messages.success(
            request, _("%(count)s own checks are copied.") % {"count": len(copies)}
        )
    else:
        messages.info(request, _("There was nothing to copy."))
    return redirect(page.address(from_year))


def asked_year(text: str) -> int:
    """Return the first of the two years the address asks for; the newest otherwise."""
    years = [from_year for from_year, _to in queries.pairs()]
    if not text:
        return years[-1]
    plain = to_arabic(text)
    year = int(plain) if plain.isascii() and plain.isdecimal() else 0
    if year not in years:
        raise Http404
    return year

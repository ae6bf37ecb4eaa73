"""The frameworks in the back office: what is demanded, how sure it is, corrections."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, Trail, form_page, today
from prongsai.foundations.frameworks import actions, permissions, presenting, queries
from prongsai.foundations.frameworks.forms import InstallForm
from prongsai.foundations.frameworks.models import InstallState
from prongsai.foundations.submissions.http import once
from prongsai.ita.frameworks import loader
from prongsai.ita.frameworks.model import Framework


def _trail(*more: tuple[str, str]) -> Trail:
    return [(_("ITA frameworks"), reverse("frameworks:years")), *more]


def _must_install(request: StaffRequest) -> None:
    if not permissions.can_install(request.user, today()):
        raise PermissionDenied


@require_safe
def years(request: StaffRequest) -> HttpResponse:
    """Every year, and what this office installed."""
    rows = list(queries.visible_to(request.user))
    context = {
        "trail": _trail(),
        "table": presenting.years(),
        "installed": presenting.installed(rows) if rows else None,
        "can_install": permissions.can_install(request.user, today()),
    }
    return render(request, "frameworks/staff/years.html", context)


@require_safe
def year(request: StaffRequest, year: int) -> HttpResponse:
    """One year: items, elements, how sure each is, what is not known."""
    framework = _found(year)
    context = {
        "trail": _trail((str(year), "")),
        "framework": framework,
        "items": presenting.items(framework),
        "installed": queries.in_force(year),
        "can_install": permissions.can_install(request.user, today()),
    }
    return render(request, "frameworks/staff/year.html", context)


@require_safe
def file(request: StaffRequest, year: int) -> HttpResponse:
    """The file that holds, to begin a correction from."""
    framework = _found(year)
    row = queries.in_force(year)
    text = loader.shipped_text(year) if row is None else row.text
    return _toml(text, framework.year, framework.revision)


@require_http_methods(["GET", "POST"])
@once
def install(request: StaffRequest) -> HttpResponse:
    """Bring in a corrected file; it is compared before it counts."""
    _must_install(request)
    form = InstallForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        row = actions.propose(
            said["text"], source=said["source"], by=request.user, at=timezone.now()
        )
        return redirect(row)
    page = FormPage(
        title=_("Install a corrected framework"),
        submit=_("Check and compare"),
        lead=_("The file is checked first; then you see every difference."),
        back=reverse("frameworks:years"),
        trail=_trail((_("Install a corrected framework"), "")),
    )
    return form_page(request, form, page)


@require_safe
def installed(request: StaffRequest, pk: int) -> HttpResponse:
    """One installed file beside what holds: every difference, then the decision."""
    row = get_object_or_404(queries.visible_to(request.user), pk=pk)
    new = queries.parsed(row.digest, row.text)
    is_open = row.state == InstallState.PROPOSED
    old = queries.holding(row.year) or queries.before(row.year)
    context = {
        "trail": _trail((str(row), "")),
        "row": row,
        "tone": presenting.STATE_TONES[InstallState(row.state)],
        "old": old,
        "facts": presenting.summed(old, new),
        "table": presenting.difference(old, new),
        "can_decide": is_open and permissions.can_install(request.user, today()),
    }
    return render(request, "frameworks/staff/installed.html", context)


@require_safe
def installed_file(request: StaffRequest, pk: int) -> HttpResponse:
    """An installed file, as it came in."""
    row = get_object_or_404(queries.visible_to(request.user), pk=pk)
    return _toml(row.text, row.year, row.revision)


@require_POST
@once
def put_in_force(request: StaffRequest, pk: int) -> HttpResponse:
    """Let it count."""
    row = get_object_or_404(queries.visible_to(request.user), pk=pk)
    actions.put_in_force(row, by=request.user, at=timezone.now())
    messages.success(request, _("The framework counts from now on, everywhere."))
    return redirect("frameworks:year", year=row.year)


@require_POST
@once
def reject(request: StaffRequest, pk: int) -> HttpResponse:
    """Do not take it over."""
    row = get_object_or_404(queries.visible_to(request.user), pk=pk)
    actions.reject(row, by=request.user, at=timezone.now())
    messages.success(request, _("The framework is not taken over. It stays listed."))
    return redirect("frameworks:years")


def _found(year: int) -> Framework:
    framework = queries.holding(year)
    if framework is None:
        raise Http404
    return framework


def _toml(text: str, year: int, revision: int) -> HttpResponse:
    response = HttpResponse(text, content_type="application/toml; charset=utf-8")
    name = f"fy{year}-revision-{revision}.toml"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

"""My account: what is kept about me, where I am signed in, and how I prove it is me."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from prongsai.foundations.accounts import queries, second_factor
from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.administration import tables
from prongsai.foundations.administration.actions import people as actions
from prongsai.foundations.administration.forms.people import PhoneForm
from prongsai.foundations.submissions.http import once


@require_GET
def me(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    mine = request.user
    page = {
        "facts": tables.facts_of(mine),
        "posts": tables.posts_table(queries.posts().filter(user=mine), on=today),
        "orders": tables.orders_table(queries.orders().filter(user=mine), on=today),
        "sessions": [
            (
                session,
                tables.session_facts(session),
                session.session_key == _key(request),
            )
            for session in queries.sessions(mine)
        ],
        "factors": queries.second_factors().filter(user=mine).count(),
        "is_required": queries.has_role(mine, second_factor.REQUIRED_FOR, on=today),
        "trail": [(_("My account"), "")],
    }
    return render(request, "administration/me.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def phone(request: StaffRequest) -> HttpResponse:
    form = PhoneForm(request.POST or None, initial={"phone": request.user.phone})
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["phone"]
        actions.change_phone(request.user, number, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("people:me")
    page = {
        "form": form,
        "title": _("My telephone number"),
        "trail": [(_("My account"), reverse("people:me")), (_("Telephone"), "")],
    }
    return render(request, "administration/form.html", page)


@require_POST
@once
def end_session(request: StaffRequest, pk: int) -> HttpResponse:
    found = queries.session(request.user, pk)
    if found is None:
        raise Http404
    actions.end_session(found, by=request.user, at=timezone.now())
    messages.success(request, _("Signed out there."))
    return redirect("people:me")


@require_POST
@once
def end_other_sessions(request: StaffRequest) -> HttpResponse:
    for session in queries.sessions(request.user):
        if session.session_key != _key(request):
            actions.end_session(session, by=request.user, at=timezone.now())
    messages.success(request, _("Signed out everywhere else."))
    return redirect("people:me")


def _key(request: StaffRequest) -> str | None:
    return request.session.session_key

"""The pages on which an administrator keeps people."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from prongsai.foundations.accounts import invitations, queries
from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.foundations.administration import invitation_mail, permissions, tables
from prongsai.foundations.administration.actions import people as actions
from prongsai.foundations.administration.filters import PeopleFilters
from prongsai.foundations.administration.forms.people import PersonForm
from prongsai.foundations.administration.guards import administrators_only
from prongsai.foundations.submissions.http import once
from prongsai.ui.listing import Column, listing

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
@administrators_only
def people(request: StaffRequest) -> HttpResponse:
    columns = [
        Column("name", _("Name"), sort="first_name last_name", value=str),
        Column("username", _("User name"), sort="username"),
        Column("titles", _("Posts"), value=tables.titles_of),
        Column("state", _("State"), value=tables.state_of),
    ]
    found = listing(
        request,
        queries.people_with_posts(on=timezone.localdate()),
        filters=PeopleFilters,
        columns=columns,
        sort="name",
        name="people",
        caption=_("People"),
        empty=_("Nobody fits."),
    )
    page = {"listing": found, "trail": [(_("People"), "")]}
    return found.download or render(request, "administration/people.html", page)


@require_GET
@administrators_only
def person(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.people(), pk=pk)
    today = timezone.localdate()
    page = {
        "person": found,
        "facts": tables.facts_of(found),
        "posts": tables.posts_table(
            queries.posts().filter(user=found), on=today, ends=True
        ),
        "orders": tables.orders_table(
            queries.orders().filter(user=found), on=today, ends=True
        ),
        "factors": queries.second_factors().filter(user=found).count(),
        "may": permissions.can_change_powers(request.user, found, on=today),
        "trail": _trail(str(found)),
    }
    return render(request, "administration/person.html", page)


@read_or_send
@administrators_only
@once
def invite(request: StaffRequest) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.invite(form.cleaned_data, by=request.user, at=timezone.now())
        _send_link(request, made)
        return redirect(made)
    page = {"form": form, "title": _("Invite a person"), "trail": _trail(_("Invite"))}
    return render(request, "administration/form.html", page)


@read_or_send
@administrators_only
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.people(), pk=pk)
    form = PersonForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.edit(
            found,
            form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(found)
    page = {"form": form, "title": str(found), "trail": _trail(_("Edit"), found)}
    return render(request, "administration/form.html", page)


@require_POST
@administrators_only
@once
def invite_again(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.people(), pk=pk)
    made = actions.invite_again(found, by=request.user, at=timezone.now())
    _send_link(request, made)
    return redirect(found)


@require_POST
@administrators_only
@once
def show_link(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.people(), pk=pk)
    now = timezone.now()
    made = actions.invite_again(found, shown=True, by=request.user, at=now)
    link = request.build_absolute_uri(invitations.link_for(made, at=now))
    page = {"person": found, "link": link, "trail": _trail(_("Invitation"), found)}
    return render(request, "administration/link.html", page)


@require_POST
@administrators_only
@once
def close(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.people(), pk=pk)
    actions.close(found, by=request.user, at=timezone.now())
    messages.success(request, _("The account is closed."))
    return redirect(found)


@require_POST
@administrators_only
@once
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.people(), pk=pk)
    actions.reopen(found, by=request.user, at=timezone.now())
    messages.success(request, _("The account is open again."))
    return redirect(found)


@require_POST
@administrators_only
@once
def remove_factors(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.people(), pk=pk)
    actions.remove_second_factors(found, by=request.user, at=timezone.now())
    messages.success(request, _("The second factors are removed."))
    return redirect(found)


def _send_link(request: StaffRequest, person: User) -> None:
    """Send the link by mail, and tell the administrator what became of it."""
    path = invitations.link_for(person, at=timezone.now())
    link = request.build_absolute_uri(path)
    if invitation_mail.send(person, office=request.organisation, link=link):
        messages.success(request, _("The invitation was sent by e-mail."))
    elif person.email:
        messages.warning(
            request,
            _("The e-mail could not be sent now. Send it again, or show the link."),
        )
    else:
        messages.info(
            request, _("There is no e-mail address: show the link and hand it over.")
        )


def _trail(label: str, person: User | None = None) -> list[tuple[str, str]]:
    between = [(str(person), person.get_absolute_url())] if person else []
    return [(_("People"), reverse("people:list")), *between, (label, "")]

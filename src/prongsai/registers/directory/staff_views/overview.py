"""The directory as it stands, what of it is not public yet, and making it public."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.pages import UNPROCESSABLE, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.directory import permissions
from prongsai.registers.directory.actions import publishing
from prongsai.registers.directory.forms.publishing import FirstPublishForm, PublishForm
from prongsai.registers.directory.models import Branch
from prongsai.registers.directory.queries import directory as queries
from prongsai.registers.directory.queries.differences import Difference, differences
from prongsai.registers.directory.queries.public import needs_note, snapshot
from prongsai.registers.directory.staff_views.finding import must_publish, trail_to
from prongsai.registers.directory.staff_views.proposing import proposals
from prongsai.registers.directory.staff_views.tables import seats_table
from prongsai.registers.directory.staff_views.telling import lines_of
from prongsai.ui.deeds import Deed

MOST_LINES = 40


@require_safe
def directory(request: StaffRequest) -> HttpResponse:
    """Both sides with who sits where, and what is not published yet."""
    on = today()
    public = snapshot()
    changes = differences(public, on=on)
    writes = permissions.can_write(request.user, on)
    seats = {branch: queries.seats_of(branch, on=on) for branch in Branch}
    everyone = [seat for rows in seats.values() for seat in rows]
    context = {
        "public": public.version if public else None,
        "proposals": proposals(request.organisation, everyone) if writes else [],
        **_changes(changes),
        "sides": [
            seats_table(str(branch.label), rows) for branch, rows in seats.items()
        ],
        "parts": _parts(),
        "deeds": _deeds(request.user, on, has_changes=bool(changes)),
    }
    return render(request, "directory/staff/directory.html", context)


@require_http_methods(["GET", "POST"])
@once
def publish(request: StaffRequest) -> HttpResponse:
    """Look at what changes, say it in two languages, publish."""
    must_publish(request)
    public = snapshot()
    kind = PublishForm if needs_note() else FirstPublishForm
    form = kind(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        notes = {"note_th": "", "note_en": "", **form.cleaned_data}
        version = publishing.publish(**notes, by=request.user, at=timezone.now())
        messages.success(request, _("The directory is public now."))
        return redirect(version.publication)
    context = {
        "form": form,
        "back": reverse("directory:directory"),
        **_changes(differences(public, on=today())),
        "trail": trail_to((_("Publish"), "")),
    }
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "directory/staff/publish.html", context, status=status)


def _changes(found: Sequence[Difference]) -> Mapping[str, object]:
    return {
        "changes": lines_of(found[:MOST_LINES]),
        "more": max(len(found) - MOST_LINES, 0),
    }


def _parts() -> list[tuple[str, str]]:
    kinds = {
        "duty": pgettext("directory", "Duties"),
        "channel": _("Channels"),
        "landmark": _("Landmarks"),
        "road": _("Roads"),
    }
    return [
        (pgettext("directory", "People"), reverse("directory:people")),
        *((label, reverse(f"directory:{kind}_list")) for kind, label in kinds.items()),
        (_("Duties and powers"), reverse("directory:powers")),
        (_("Office hours"), reverse("directory:hours")),
    ]


def _deeds(user: User, on: date, *, has_changes: bool) -> list[Deed]:
    found = []
    if permissions.can_publish(user, on) and has_changes:
        href = reverse("directory:publish")
        found.append(Deed(label=_("Publish"), href=href, kind="primary", icon="send"))
    if permissions.can_write(user, on):
        found += [
            Deed(
                label=_("New position"),
                href=reverse("directory:seat_new"),
                icon="plus",
            ),
            Deed(
                label=_("Bring in people and terms"),
                href=reverse("directory:upload"),
                icon="upload",
            ),
        ]
    return found

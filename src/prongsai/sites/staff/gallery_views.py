"""The gallery: every component, live, with the code to write beside it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.sites.staff.gallery import things
from prongsai.ui.icons import ICONS
from prongsai.ui.specimens import SPECIMENS


@require_safe
def gallery(request: StaffRequest) -> HttpResponse:
    facts = things(request, at=timezone.now()) | {
        "specimens": SPECIMENS,
        "icons": sorted(ICONS),
        "trail": [(_("My work"), "/staff/"), (_("Components"), "")],
    }
    return render(request, "sites/staff/gallery.html", facts)

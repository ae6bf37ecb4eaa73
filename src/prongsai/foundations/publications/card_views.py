"""Pictures for shared links, for anyone: one for each standing publication, one for home."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from prongsai.foundations.files.small_pictures import seal_png
from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.organisations.short_forms import short_form
from prongsai.foundations.publications import queries
from prongsai.foundations.publications.cards import card_of
from prongsai.foundations.publications.page_cache import public_page

_KINDS = {
    "ita": gettext_lazy("Public data (ITA)"),
    "news": gettext_lazy("News and announcements"),
    "people": gettext_lazy("People and structure"),
}


@require_safe
@public_page
def home(request: OfficeRequest) -> HttpResponse:
    office = request.organisation
    title = _("Website of %(office)s") % {"office": office}
    return _card(request, title=title, kind="")


@require_safe
@public_page
def card(request: OfficeRequest, address: str) -> HttpResponse:
    found = queries.standing(address)
    if found is None or found.withdrawal:
        raise Http404
    kind = _KINDS.get(address.partition("/")[0], _("Published data"))
    return _card(request, title=found.version.title, kind=str(kind))


def _card(request: OfficeRequest, *, title: str, kind: str) -> HttpResponse:
    office = request.organisation
    content = card_of(
        title=title,
        office=str(office),
        kind=kind,
        colour=office.colour,
        seal=seal_png(),
        letters=short_form(office.type),
        site=request.get_host().partition(":")[0],
    )
    return HttpResponse(content, content_type="image/png")

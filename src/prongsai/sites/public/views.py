"""The pages of the public site that belong to no register; kept like published ones."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications.page_cache import public_page
from prongsai.sites.public import menu
from prongsai.sites.public.front import front_page


@require_safe
@public_page
def home(request: OfficeRequest) -> HttpResponse:
    """What can I do here: the first screen."""
    return render(
        request, "sites/public/home.html", front_page(on=timezone.localdate())
    )


@require_safe
@public_page
def services(request: OfficeRequest) -> HttpResponse:
    """What the office does for people who ask here."""
    return render(request, "sites/public/services.html", {"doors": menu.services()})


@require_safe
@public_page
def privacy(request: OfficeRequest) -> HttpResponse:
    """What is done with what people tell us."""
    return render(request, "sites/public/privacy.html")


@require_safe
@public_page
def accessibility(request: OfficeRequest) -> HttpResponse:
    """How well everybody can use the site, and whom to tell about barriers."""
    return render(request, "sites/public/accessibility.html")

"""The pages of the public site that belong to no register; kept like published ones."""

from django.http import HttpResponse
from django.shortcuts import render

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications.page_cache import public_page
from prongsai.sites.public.menu import doors


@public_page
def home(request: OfficeRequest) -> HttpResponse:
    """What can I do here: the first screen."""
    return render(request, "sites/public/home.html", {"doors": doors()})


@public_page
def privacy(request: OfficeRequest) -> HttpResponse:
    """What is done with what people tell us."""
    return render(request, "sites/public/privacy.html")


@public_page
def accessibility(request: OfficeRequest) -> HttpResponse:
    """How well everybody can use the site, and whom to tell about barriers."""
    return render(request, "sites/public/accessibility.html")

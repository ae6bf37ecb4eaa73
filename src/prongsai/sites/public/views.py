"""The pages of the public site that belong to no register."""

from django.http import HttpResponse
from django.shortcuts import render

from prongsai.foundations.organisations.http import OfficeRequest


def home(request: OfficeRequest) -> HttpResponse:
    """What can I do here: the first screen."""
    return render(request, "sites/public/home.html")

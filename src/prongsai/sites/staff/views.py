"""The pages of the back office that belong to no register."""

from django.http import HttpResponse
from django.shortcuts import render

from prongsai.foundations.accounts.http import StaffRequest


def home(request: StaffRequest) -> HttpResponse:
    """My work: what is due for me and what waits for my opinion."""
    return render(request, "sites/staff/home.html")

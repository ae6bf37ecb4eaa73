"""What the pages of staff have in common: their day, the way to them, and forms of their own."""

from dataclasses import dataclass
from datetime import date

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise

from prongsai.foundations.accounts.http import StaffRequest

UNPROCESSABLE = 422

Trail = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class FormPage:
    """A page that holds one form: its words, the way back, and what draws it."""

    title: str | Promise
    submit: str | Promise
    back: str
    trail: Trail
    lead: str | Promise = ""
    kind: str = "primary"
    template: str = "accounts/form_page.html"


def today() -> date:
    """The day on which a page is asked for."""
    return timezone.localdate()


def form_page(
    request: StaffRequest, form: BaseForm, page: FormPage, **more: object
) -> HttpResponse:
    """Draw a page with one form; 422 when it comes back with errors."""
    status = UNPROCESSABLE if form.is_bound else 200
    context = {"form": form, "page": page, "trail": page.trail, **more}
    return render(request, page.template, context, status=status)

"""Addresses of loans in the back office."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from prongsai.registers.lending.staff_views import (
    loans,
    loans_deciding,
    loans_deeds,
    loans_papers,
    loans_requesting,
)


class PaperEnding(StringConverter):
    """How a document is written."""

    regex = "pdf|docx"


register_converter(PaperEnding, "lending_paper")

_LOAN = [
    ("check", loans_deeds.check),
    ("decide", loans_deciding.decide),
    ("hand-over", loans_deeds.hand_over),
    ("take-back", loans_deeds.take_back),
    ("chase", loans_deeds.chase),
    ("extend", loans_deeds.extend),
    ("decide-extension", loans_deciding.decide_extension),
    ("cancel", loans_deeds.cancel),
    ("close", loans_deeds.close),
    ("open-settlement", loans_deciding.open_settlement),
    ("hear", loans_deciding.hear),
    ("decide-settlement", loans_deciding.decide_settlement),
    ("fulfil", loans_deciding.fulfil),
    ("unmask", loans.unmask),
]

patterns = [
    path("loans/", loans.loans, name="loans"),
    path("loans/desk/", loans.desk, name="desk"),
    path("loans/pick/", loans_requesting.pick, {"public": False}, name="pick"),
    path("loans/new/", loans_requesting.new, name="new"),
    path(
        "loans/pick-for-outsider/",
        loans_requesting.pick,
        {"public": True},
        name="pick_for_outsider",
    ),
    path(
        "loans/new-for-outsider/",
        loans_requesting.new_for_outsider,
        name="new_for_outsider",
    ),
    path("loans/<int:pk>/", loans.loan, name="loan"),
    *(
        path(f"loans/<int:pk>/{address}/", view, name=address.replace("-", "_"))
        for address, view in _LOAN
    ),
    path("loans/<int:pk>/reached/<int:contact>/", loans_deeds.reached, name="reached"),
    path(
        "loans/<int:pk>/<slug:kind>.<lending_paper:ending>",
        loans_papers.paper,
        name="paper",
    ),
    path("assets/<int:pk>/calendar/", loans.asset_calendar, name="calendar"),
    path("loans/publishing/", loans_papers.publishing, name="publishing"),
    path("loans/publishing/<int:pk>/", loans_papers.proposal, name="proposal"),
    path("loans/publishing/<int:pk>/confirm/", loans_papers.confirm, name="confirm"),
    path("loans/publishing/propose/", loans_papers.propose, name="propose"),
    path("loans/register/", loans_papers.register, name="register"),
    path("loans/report/", loans_papers.report, name="report"),
]

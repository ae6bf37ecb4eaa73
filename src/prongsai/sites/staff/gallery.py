"""Things to show in the gallery: all of them invented."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import pgettext, pgettext_lazy

from prongsai.foundations.accounts.queries import people
from prongsai.ita.thai import fiscal
from prongsai.ui import charts, locator, org_chart, years
from prongsai.ui.charts import Chart
from prongsai.ui.drawing import Drawing
from prongsai.ui.fields import CitizenIdField, MoneyField, ThaiDateField
from prongsai.ui.forms import Form
from prongsai.ui.listing import Listing
from prongsai.ui.steps import Step, StepState
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.tabs import Tab
from prongsai.ui.timeline import Moment


class SpecimenForm(Form):
    """A field of every kind."""

    purpose = forms.CharField(
        label=pgettext_lazy("specimen", "What it is for"),
        max_length=200,
        help_text=pgettext_lazy("specimen", "One sentence, for the register."),
    )
    due_on = ThaiDateField(label=pgettext_lazy("specimen", "Return by"))
    value = MoneyField(label=pgettext_lazy("specimen", "Value in baht"), required=False)
    citizen_id = CitizenIdField(
        label=pgettext_lazy("specimen", "Citizen number"),
        required=False,
        help_text=pgettext_lazy("specimen", "You need not give it."),
    )
    place = forms.ChoiceField(
        label=pgettext_lazy("specimen", "Where it is used"),
        choices=[
            ("inside", pgettext_lazy("specimen", "Inside the premises")),
            ("outside", pgettext_lazy("specimen", "Outside")),
        ],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=pgettext_lazy("specimen", "Remark"), widget=forms.Textarea, required=False
    )
    agreed = forms.BooleanField(
        label=pgettext_lazy("specimen", "I have read the rules of lending")
    )


@dataclass(frozen=True)
class ShownFile:
    """A file that leads nowhere."""

    name: str
    size: int
    content_type: str

    def get_absolute_url(self) -> str:
        """Return the place in the gallery."""
        return "#files"


def things(request: HttpRequest, *, at: datetime) -> dict[str, object]:
    """Return everything the specimens show."""
    drawn = {"year": _year(at), "structure": _structure(), "map": _map()}
    return _lists(request) | _stories(at) | _pictures() | drawn


def _lists(request: HttpRequest) -> dict[str, object]:
    """Forms, tables and what stands around them."""
    return {
        "form": SpecimenForm(data={"due_on": "31/02/2569", "value": "๑,๒๐๐"}),
        "open_form": SpecimenForm(auto_id="open_%s"),
        "table": _table(),
        "empty_table": Table(
            pgettext("specimen", "Overdue loans"), columns=_columns(), rows=[]
        ),
        "pairs": [
            (pgettext("specimen", "Number"), "12/2569"),
            (
                pgettext("specimen", "Borrower"),
                pgettext("specimen", "School of the village"),
            ),
            (pgettext("specimen", "Remark"), ""),
        ],
        "page": Paginator(range(240), 20).page(5),
        "nothing": [],
        "listing": Listing(
            name="specimen",
            caption="",
            request=request,
            filters=None,
            rows=people().none(),
            columns=[],
            sorted_by="",
        ),
    }


def _stories(at: datetime) -> dict[str, object]:
    """Where one is, what happened, what comes next."""
    return {
        "tabs": [
            Tab(
                label=pgettext("specimen", "Loans"),
                href="#tabs",
                current=True,
                count=12,
            ),
            Tab(label=pgettext("specimen", "Assets"), href="#tabs", count=340),
            Tab(label=pgettext("specimen", "Stock check"), href="#tabs"),
        ],
        "moments": _moments(at),
        "steps": _steps(("done", "done", "now", "next")),
        "stopped": _steps(("done", "failed", "next", "next")),
        "notices": [
            Message(constants.SUCCESS, pgettext("specimen", "The loan was approved.")),
            Message(
                constants.ERROR, pgettext("specimen", "The file could not be read.")
            ),
        ],
        "steps_back": [
            (pgettext("specimen", "My work"), "#breadcrumbs"),
            (pgettext("specimen", "Loans"), "#breadcrumbs"),
            ("12/2569", ""),
        ],
    }


def _pictures() -> dict[str, object]:
    """Files and charts."""
    return {
        "files": [
            ShownFile(pgettext("specimen", "Request.pdf"), 248_120, "application/pdf"),
            ShownFile(
                pgettext("specimen", "Condition when handed over.jpg"),
                1_920_400,
                "image/jpeg",
            ),
        ],
        "chart": charts.bars(
            pgettext("specimen", "Loans returned on time"),
            labels=["2566", "2567", "2568"],
            series={
                pgettext("specimen", "on time"): [71, 78, 92],
                pgettext("specimen", "late"): [29, 22, 8],
            },
            unit="%",
        ),
    }


def _year(at: datetime) -> Chart:
    """A fiscal year with two works, one of them late."""
    first = fiscal.first_day(fiscal.fiscal_year_of(at.date()))
    today = first + timedelta(days=130)
    day = [today + timedelta(days=30 * n) for n in range(-4, 5)]
    works = [
        years.Bar(
            label=pgettext("specimen", "Loans"),
            start=day[0],
            end=day[6],
            marks=[
                years.Mark(on=day[1], state="done"),
                years.Mark(on=day[3], state="late"),
                years.Mark(on=day[6], state="due"),
            ],
        ),
        years.Bar(
            label=pgettext("specimen", "Stock check"),
            start=day[0],
            end=day[2],
            marks=[years.Mark(on=day[2], state="done")],
        ),
    ]
    return years.year(
        pgettext("specimen", "The year"), first=first, bars=works, today=today
    )


def _structure() -> Drawing:
    """An office with both sides, one post of it vacant."""
    section = org_chart.Box(title=pgettext("specimen", "Supplies"))
    divisions = (
        org_chart.Box(
            title=pgettext("specimen", "Finance division"),
            names=(pgettext("specimen", "Ms Example Invented"),),
            children=(section, section),
            tone="tint",
        ),
        org_chart.Box(
            title=pgettext("specimen", "Public works division"),
            note=pgettext("specimen", "vacant"),
            tone="vacant",
        ),
    )
    clerk = org_chart.Box(
        title=pgettext("specimen", "Head of the office"),
        children=divisions,
        tone="lead",
    )
    side = org_chart.Side(label=pgettext("specimen", "Permanent side"), roots=(clerk,))
    return org_chart.structure(pgettext("specimen", "Structure"), sides=[side])


def _map() -> Drawing:
    """The office, a school, a road."""
    office = locator.Spot(
        name=pgettext("specimen", "Office"), latitude=16.4, longitude=102.8
    )
    school = locator.Spot(
        name=pgettext("specimen", "School of the village"),
        latitude=16.403,
        longitude=102.804,
    )
    road = locator.Road(
        name=pgettext("specimen", "Village road"),
        points=((16.39, 102.79), (16.4, 102.799), (16.41, 102.81)),
    )
    return locator.sketch(
        pgettext("specimen", "The way to us"),
        office=office,
        landmarks=[school],
        roads=[road],
    )


def _columns() -> list[Column]:
    return [
        Column(
            "number",
            pgettext("specimen", "Number"),
            sort_url="#table",
            direction="descending",
        ),
        Column(
            "what", pgettext("specimen", "What"), sort_url="#table", direction="none"
        ),
        Column("borrower", pgettext("specimen", "Borrower")),
        Column("value", pgettext("specimen", "Value"), numeric=True),
        Column("state", pgettext("specimen", "State")),
    ]


def _table() -> Table:
    school = pgettext("specimen", "School of the village")
    rows = [
        (
            "12/2569",
            pgettext("specimen", "Projector"),
            school,
            "18,500.00",
            Cell(pgettext("specimen", "Overdue"), tone="bad"),
        ),
        (
            "11/2569",
            pgettext("specimen", "Tent"),
            school,
            "4,200.00",
            Cell(pgettext("specimen", "Due soon"), tone="warn"),
        ),
        (
            "10/2569",
            pgettext("specimen", "Chairs"),
            school,
            "950.00",
            Cell(pgettext("specimen", "Returned"), tone="ok"),
        ),
    ]
    return Table(
        pgettext("specimen", "Loans of this year"),
        columns=_columns(),
        rows=[Row(cells=list(cells), href="#table") for cells in rows],
    )


def _moments(at: datetime) -> list[Moment]:
    return [
        Moment(
            at=at,
            title=pgettext("specimen", "Handed over"),
            text=pgettext("specimen", "Two photographs were taken."),
            who=pgettext("specimen", "Supply officer"),
        ),
        Moment(
            at=at - timedelta(days=1),
            title=pgettext("specimen", "Approved"),
            who=pgettext("specimen", "Head of the office"),
        ),
        Moment(at=at - timedelta(days=2), title=pgettext("specimen", "Requested")),
    ]


def _steps(states: tuple[StepState, ...]) -> list[Step]:
    labels = (
        pgettext("specimen", "Requested"),
        pgettext("specimen", "Approved"),
        pgettext("specimen", "Handed over"),
        pgettext("specimen", "Returned"),
    )
    notes = ("", "", pgettext("specimen", "until Friday"), "")
    return [
        Step(label=label, state=state, note=note if state == "now" else "")
        for label, state, note in zip(labels, states, notes, strict=True)
    ]

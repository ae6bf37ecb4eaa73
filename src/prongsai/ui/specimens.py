"""The gallery: every component with every variant, and what to write for it."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_FOLDER = Path(__file__).parent / "templates" / "ui" / "specimens"


@dataclass(frozen=True)
class Specimen:
    """A component as the gallery shows it; ``name`` is its template and its address."""

    name: str
    title: str | Promise
    text: str | Promise = ""

    @property
    def template(self) -> str:
        """The template that draws it."""
        return f"ui/specimens/{self.name}.html"

    @property
    def code(self) -> str:
        """What to write in a template."""
        return (_FOLDER / f"{self.name}.html").read_text(encoding="utf-8").strip()


SPECIMENS = (
    Specimen(
        "buttons",
        _("Button"),
        _("A link to the next page. One primary button on a page."),
    ),
    Specimen("submit", _("Submit"), _("Sends the form it stands in.")),
    Specimen(
        "post",
        _("Deed of one button"),
        _("A form of its own; with a question first where it cannot be taken back."),
    ),
    Specimen(
        "dialog", _("Dialog"), _("Opens without JavaScript too, by its own address.")
    ),
    Specimen(
        "form",
        _("Form"),
        _("One column, errors summed up on top and beside each field."),
    ),
    Specimen("field", _("Field"), _("One field, for a form written by hand.")),
    Specimen(
        "table", _("Table"), _("On a phone each row becomes a small list of its own.")
    ),
    Specimen("empty_table", _("Table without rows")),
    Specimen("search_bar", _("Search bar"), _("The words stay in the address.")),
    Specimen("pagination", _("Pages"), _("Keeps the search and the filters.")),
    Specimen("badge", _("Badge"), _("Word, icon and colour say the same: five tones.")),
    Specimen("card", _("Card"), _("A part of a page with a title.")),
    Specimen("facts", _("Facts"), _("Labels and values; an empty value says so.")),
    Specimen("tabs", _("Tabs"), _("Links to pages that belong together.")),
    Specimen("timeline", _("Timeline"), _("What happened, when, and who did it.")),
    Specimen("stepper", _("Stepper"), _("Where a piece of work stands.")),
    Specimen("alert", _("Alert"), _("A notice that stands out from the text.")),
    Specimen("bad_alert", _("Alert of something that failed")),
    Specimen("messages", _("Messages"), _("What a view says with Django's messages.")),
    Specimen("empty", _("Empty state"), _("Says what to do first.")),
    Specimen("progress", _("Progress"), _("How much of something is done.")),
    Specimen("files", _("Files"), _("Name, kind and size of files one may open.")),
    Specimen("figure", _("Figure"), _("A chart and always the table of its numbers.")),
    Specimen("year", _("Year"), _("A fiscal year: works, their steps, and today.")),
    Specimen(
        "structure",
        _("Structure"),
        _("Who stands under whom; a phone gets a drawing of its own."),
    ),
    Specimen("map", _("Sketch map"), _("Drawn from coordinates, with its list.")),
    Specimen("breadcrumbs", _("Way back"), _("Pages set it as the variable trail.")),
    Specimen("language", _("Language"), _("Thai first, English complete.")),
    Specimen("text_size", _("Size of text"), _("Three sizes, kept for a year.")),
    Specimen(
        "skip", _("Skip link"), _("On every page, the first thing a key reaches.")
    ),
    Specimen("more", _("More"), _("Text that opens on demand.")),
)
"""In the order of the page."""

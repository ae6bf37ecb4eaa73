"""Which kind of part answers an element: the choices with what each is good for."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.foundations.files.models import StoredFile
from prongsai.registers.disclosure.models import Item, Part
from prongsai.registers.disclosure.queries import defaults
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.staff_views.finding import item_trail
from prongsai.registers.disclosure.states import PartKind

TITLES: dict[PartKind, str | Promise] = {
    PartKind.LIVE: gettext_lazy("Add data of a register"),
    PartKind.TEXT: gettext_lazy("Add a text"),
    PartKind.TABLE: gettext_lazy("Add a table from a spreadsheet"),
    PartKind.FILES: gettext_lazy("Add files"),
    PartKind.LINK: gettext_lazy("Add a link"),
    PartKind.NOTHING: gettext_lazy("State that there is none"),
}
_GOOD_FOR: dict[PartKind, str | Promise] = {
    PartKind.LIVE: gettext_lazy(
        "Always as new as the register; nothing to type twice."
    ),
    PartKind.TEXT: gettext_lazy("Words, lists and small tables, typed or pasted."),
    PartKind.TABLE: gettext_lazy(
        "Rows from Excel or CSV; everybody can read, sort and download them."
    ),
    PartKind.FILES: gettext_lazy("A signed document, a plan, a picture."),
    PartKind.LINK: gettext_lazy(
        "A page that stands elsewhere and opens for everybody."
    ),
    PartKind.NOTHING: gettext_lazy(
        "Zero has to be said openly: an empty page is missing."
    ),
}
_ICONS = {
    PartKind.LIVE: "box",
    PartKind.TEXT: "edit",
    PartKind.TABLE: "table",
    PartKind.FILES: "upload",
    PartKind.LINK: "link",
    PartKind.NOTHING: "check",
}


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One kind of part that can be added."""

    title: str | Promise
    text: str | Promise
    href: str
    icon: str


def choice_context(item: Item, *, key: str) -> dict[str, object]:
    """Return the kinds of part that can be added to an item."""
    asked = queries.asked_of(item)
    offers = [] if asked is None else defaults.offers_for(asked)
    kinds = [kind for kind in PartKind if kind != PartKind.LIVE or offers]
    return {
        "item": item,
        "choices": [_choice(item, kind, key=key) for kind in kinds],
        "note": note_of(item, key),
        "trail": item_trail(item, (_("Add a part"), "")),
    }


def _choice(item: Item, kind: PartKind, *, key: str) -> Choice:
    href = reverse("disclosure:upload_table", args=[item.pk])
    if kind != PartKind.TABLE:
        href = reverse("disclosure:add_part_kind", args=[item.pk, kind.value])
    if key in queries.keys_of(item):
        href = f"{href}?{urlencode({'key': key})}"
    return Choice(
        title=TITLES[kind], text=_GOOD_FOR[kind], href=href, icon=_ICONS[kind]
    )


def note_of(item: Item, key: str) -> str:
    """Return for which element a part is added, in words."""
    words = queries.element_words(item).get(key, "")
    return _("For the element: %(element)s") % {"element": words} if words else ""


def initial_of(item: Item, kind: PartKind, *, key: str) -> dict[str, object]:
    """Return what a new part begins with: the element asked for, the year of the data."""
    chosen = [key] if key in queries.keys_of(item) else []
    asked = queries.asked_of(item)
    if kind != PartKind.LIVE:
        year = asked.data_year.value if asked and asked.data_year else None
        return {"keys": chosen, "data_year": year}
    offers = [] if asked is None else defaults.offers_for(asked)
    fitting = [one for one in offers if not chosen or key in one.keys]
    if asked is None or not fitting:
        return {"keys": chosen}
    keys = defaults.answered_by(fitting[0], asked)
    return {"supply": fitting[0].key, "keys": keys}


def files_of(part: Part) -> list[StoredFile]:
    """Return the present files of a part, for its form."""
    return queries.files_of(part)

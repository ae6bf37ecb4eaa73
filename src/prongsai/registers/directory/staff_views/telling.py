"""What is not public yet, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from prongsai.registers.directory.queries.differences import Change, Difference
from prongsai.ui.writing import in_english

_PARTS = {
    "office": gettext_lazy("Address and contact of the office"),
    "powers": gettext_lazy("Duties and powers"),
    "divisions": gettext_lazy("Division"),
    "seats": pgettext_lazy("directory", "Position"),
    "people": gettext_lazy("Person"),
    "terms": gettext_lazy("Term of office"),
    "duties": gettext_lazy("Duty"),
    "hours": gettext_lazy("Office hours"),
    "channels": gettext_lazy("Channel"),
    "landmarks": gettext_lazy("Landmark"),
    "roads": gettext_lazy("Road"),
}


def lines_of(found: Iterable[Difference]) -> list[str]:
    """Return each difference as a line: the part, its name, what happened."""
    return [_line(one) for one in found]


def _line(one: Difference) -> str:
    happened = {
        Change.NEW: pgettext("difference", "new"),
        Change.CHANGED: pgettext("difference", "changed"),
        Change.GONE: pgettext("difference", "taken out"),
    }[one.change]
    name = one.name["en"] if in_english() else one.name["th"]
    part = str(_PARTS[one.part])
    if not name:
        return _("%(part)s: %(happened)s") % {"part": part, "happened": happened}
    return _("%(part)s “%(name)s”: %(happened)s") % {
        "part": part,
        "name": name,
        "happened": happened,
    }

"""The parts of a report put into a memo, in words: which measure, which text, which day."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.approvals.subjects import InWords
from prongsai.ui.writing import short_date

_LONGEST = 60
_DAYS = {"as_of", "start", "end", "day"}
_LEFT_OUT = {"report", "text"}
"""Parts of a path that tell a reader nothing."""

_WORDS: Mapping[str, str | Promise] = {
    "analysis": pgettext_lazy("part of a report", "reason"),
    "as_of": pgettext_lazy("part of a report", "as of"),
    "aspect": pgettext_lazy("part of a report", "aspect"),
    "change": pgettext_lazy("part of a report", "change"),
    "changes": pgettext_lazy("part of a report", "change"),
    "closing": pgettext_lazy("part of a report", "closing"),
    "digest": pgettext_lazy("part of a report", "digest"),
    "dropped": pgettext_lazy("part of a report", "given up"),
    "end": pgettext_lazy("part of a report", "until"),
    "evidence": pgettext_lazy("part of a report", "evidence"),
    "figures": pgettext_lazy("part of a report", "figure"),
    "fiscal_year": pgettext_lazy("part of a report", "fiscal year"),
    "indicator": pgettext_lazy("part of a report", "indicator"),
    "introduction": pgettext_lazy("part of a report", "introduction"),
    "kind": pgettext_lazy("part of a report", "kind"),
    "levels": pgettext_lazy("part of a report", "level"),
    "log": pgettext_lazy("part of a report", "log of the check"),
    "marker": pgettext_lazy("part of a report", "number printed"),
    "measures": pgettext_lazy("part of a report", "measure"),
    "name": pgettext_lazy("part of a report", "name"),
    "narratives": pgettext_lazy("part of a report", "analysis"),
    "number": pgettext_lazy("part of a report", "number"),
    "organisation": pgettext_lazy("part of a report", "office"),
    "outcomes": pgettext_lazy("part of a report", "outcome"),
    "outputs": pgettext_lazy("part of a report", "output"),
    "period": pgettext_lazy("part of a report", "period"),
    "place": pgettext_lazy("part of a report", "place"),
    "places": pgettext_lazy("part of a report", "order in the report"),
    "reason": pgettext_lazy("part of a report", "reason"),
    "ref": pgettext_lazy("part of a report", "number of the measure"),
    "reported": pgettext_lazy("part of a report", "reported as done"),
    "responsible": pgettext_lazy("part of a report", "responsible"),
    "running": pgettext_lazy("part of a report", "running"),
    "scores": pgettext_lazy("part of a report", "points"),
    "start": pgettext_lazy("part of a report", "from"),
    "steps": pgettext_lazy("part of a report", "step"),
    "tally": pgettext_lazy("part of a report", "count of measures"),
    "title": pgettext_lazy("part of a report", "title"),
    "total": pgettext_lazy("part of a report", "total"),
    "totals": pgettext_lazy("part of a report", "total"),
    "unit": pgettext_lazy("part of a report", "unit"),
    "value": pgettext_lazy("part of a report", "value"),
    "years": pgettext_lazy("part of a report", "year"),
}


def wording_of(content: Mapping[str, Any]) -> InWords:
    """Return how the parts of a report's content are said."""
    measures = content.get("report", {}).get("measures", [])
    titles = [_short(measure["title"]) for measure in measures]
    places = dict(zip(content.get("places", ()), titles, strict=False))

    def say(path: Sequence[str], text: str) -> tuple[str, str]:
        return " · ".join(_parts(path, titles)), places.get(text) or _value(path, text)

    return say


def _parts(path: Sequence[str], titles: Sequence[str]) -> Iterator[str]:
    inside = list(path)
    if inside[:2] == ["report", "measures"]:
        place = int(inside[2]) - 1
        title = titles[place] if place < len(titles) else inside[2]
        yield _("measure “%(title)s”") % {"title": title}
        inside = inside[3:]
    said = ""
    for part in inside:
        if part.isdecimal():
            said = f"{said} {part}".strip()
        elif part not in _LEFT_OUT:
            if said:
                yield said
            said = str(_WORDS.get(part, part.replace("_", " ")))
    if said:
        yield said


def _short(text: str) -> str:
    return Truncator(text).chars(_LONGEST)


def _value(path: Sequence[str], text: str) -> str:
    if path[-1] in _DAYS:
        with suppress(ValueError):
            return short_date(date.fromisoformat(text))
    return text

"""The parts of a proposed plan in words: which measure, which step, which field of it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.queries import people
from prongsai.foundations.approvals.subjects import InWords
from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.measures.models import Measure, Plan, Step
from prongsai.registers.measures.queries.plans import aspects_of, indicators_of
from prongsai.ui.writing import in_english, short_date

_NAMED = {"division", "accountable", "aspect", "indicators", "under"}
_LONGEST = 60


def wording_of(content: Mapping[str, Any]) -> InWords:
    """Return how the parts of a plan's content are said, with its names read once."""
    names = _names(int(content.get("fiscal_year") or 0))
    names["under"] = _steps(content)

    def say(path: Sequence[str], text: str) -> tuple[str, str]:
        where, field = _place(content, path)
        return where, _value(field, text, names)

    return say


def _place(content: Mapping[str, Any], path: Sequence[str]) -> tuple[str, str]:
    """Return a part in words and the name of its field."""
    if path[0] != "measures":
        return _label(Plan, path[0]), path[0]
    _all, pk, field, *rest = path
    measure = content["measures"].get(pk, {})
    where = _("measure “%(title)s”") % {"title": _short(measure.get("title", ""))}
    if field != "steps":
        return f"{where} · {_label(Measure, field)}", field
    key, name = rest
    step = measure.get("steps", {}).get(key, {})
    title = _("step “%(text)s”") % {"text": _short(step.get("text", ""))}
    label = _("belongs to the step") if name == "under" else _label(Step, name)
    return f"{where} · {title} · {label}", name


def _label(model: type[Model], field: str) -> str:
    known = {one.name: one for one in model._meta.get_fields()}
    return str(getattr(known.get(field), "verbose_name", field))


def _short(text: str) -> str:
    return Truncator(text).chars(_LONGEST)


def _value(field: str, text: str, names: Mapping[str, Mapping[str, str]]) -> str:
    """Return a text with days as the page writes them and names instead of keys."""
    if field in _NAMED:
        return names[field].get(text, text)
    if field.endswith("_on"):
        with suppress(ValueError):
            return short_date(date.fromisoformat(text))
    return text


def _names(year: int) -> dict[str, dict[str, str]]:
    aspects, indicators = aspects_of(year), indicators_of(year)
    return {
        "division": {one.code: str(one) for one in divisions()},
        "accountable": {one.username: str(one) for one in people()},
        "aspect": _numbered(aspects),
        "indicators": _numbered(indicators),
    }


def _steps(content: Mapping[str, Any]) -> dict[str, str]:
    measures = content.get("measures", {}).values()
    steps = (one for measure in measures for one in measure["steps"].items())
    return {pk: _short(step["text"]) for pk, step in steps}


def _numbered(named: Mapping[int, tuple[str, str]]) -> dict[str, str]:
    return {str(n): f"{n}. {name[in_english()]}" for n, name in named.items()}

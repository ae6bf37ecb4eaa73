"""What stands on the page of one year: announced beside computed, and every step."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.html import format_html
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.ita.scoring.explanation import Step
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.models.events import AssessmentEvent
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.agreeing import (
    Agreement,
    Verdict,
    agreement,
)
from prongsai.registers.assessments.queries.codes import framework_of, name_in_language
from prongsai.registers.assessments.staff_views import results_tables as tables
from prongsai.registers.assessments.staff_views.results_finding import (
    results_trail,
    year_tabs,
)
from prongsai.registers.assessments.states import ASSESSMENT_TONES, AssessmentState
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.timeline import Moment
from prongsai.ui.writing import in_english, short_date, short_moment


def result_context(user: User, found: Assessment, *, on: date) -> dict[str, object]:
    """Return everything the template shows."""
    agreed = agreement(found)
    items = queries.items_of(found)
    is_draft = found.state == AssessmentState.DRAFT
    events = queries.history(found)
    return {
        "assessment": found,
        "trail": results_trail((str(found), "")),
        "tabs": year_tabs(found, "assessment"),
        "state_tone": ASSESSMENT_TONES[AssessmentState(found.state)],
        "is_draft": is_draft,
        "can_write": permissions.can_write(user, on=on),
        "can_confirm": permissions.can_confirm(user, on=on),
        "can_discard": is_draft and not _was_confirmed(events),
        "missing": queries.missing_of(found),
        "facts": list(_facts(found)),
        "agreed": agreed,
        "beside": _beside(found, agreed),
        "differences": list(differences(found, agreed)),
        "steps": sentences(agreed.computed.explanation if agreed.computed else ()),
        "indicators": _indicators(found),
        "instruments": tables.instruments_table(agreed.computed)
        if agreed.computed
        else None,
        "items": tables.items_table(found, items) if items else None,
        "moments": [_moment(event) for event in events],
    }


def sentences(steps: tuple[Step, ...]) -> list[str]:
    """Say the library's steps in the language of the page."""
    return [one.sentence("en" if in_english() else "th") for one in steps]


def differences(found: Assessment, agreed: Agreement) -> Iterator[str]:
    """Say in words what was announced otherwise than the rule gives."""
    result = agreed.computed
    if result is None:
        return
    if agreed.total is Verdict.DIFFERS and found.announced_total is not None:
        facts = {
            "announced": f"{found.announced_total:.2f}",
            "computed": f"{result.total:.2f}",
            "difference": f"{abs(found.announced_total - result.total):.2f}",
        }
        words = (
            _("The announced total %(announced)s is %(difference)s above the %(computed)s that the indicators come to.")
            if found.announced_total > result.total
            else _("The announced total %(announced)s is %(difference)s below the %(computed)s that the indicators come to.")
        )  # fmt: skip
        yield words % facts
    if agreed.level is Verdict.DIFFERS:
        computed = name_in_language(result.level.th, result.level.en)
        yield _(
            "Announced was the level “%(announced)s”; by the rule of the year the "
            "indicators come to “%(computed)s”."
        ) % {"announced": found.announced_level, "computed": computed}
    yield from sentences(agreed.by_items)


def _facts(found: Assessment) -> Iterator[tuple[str, object]]:
    yield _("Entered how"), found.get_origin_display()
    if source := queries.source_of(found):
        link = '<a href="{}">{}</a>'
        yield _("Read from"), format_html(link, source.get_absolute_url(), source)
    if found.announced_on:
        yield _("Announced on"), short_date(found.announced_on)
    yield _("Entered by"), _by(found.entered_at, found.entered_by)
    if found.confirmed_at:
        yield _("Confirmed by"), _by(found.confirmed_at, found.confirmed_by)


def _by(at: datetime, person: User | None) -> str:
    name = person.get_full_name() if person else ""
    return f"{short_moment(at)} · {name}"


def _beside(found: Assessment, agreed: Agreement) -> Table:
    result = agreed.computed
    level = name_in_language(result.level.th, result.level.en) if result else ""
    columns = [
        Column("what", ""),
        Column("announced", _("As announced")),
        Column("computed", _("Computed from the indicators")),
        Column("agrees", _("Announced and computed")),
    ]
    rows = [
        Row(
            cells=[
                _("Total"),
                tables.points(found.announced_total),
                tables.points(result.total if result else None),
                _verdict(agreed.total),
            ]
        ),
        Row(
            cells=[
                _("Level"),
                found.announced_level or tables.NOTHING,
                level or tables.NOTHING,
                _verdict(agreed.level),
            ]
        ),
    ]
    return Table(_("Announced and computed"), columns=columns, rows=rows)


def _verdict(verdict: Verdict) -> Cell:
    said = {
        Verdict.SAME: Cell(_("agree"), tone="ok"),
        Verdict.DIFFERS: Cell(_("differ"), tone="bad"),
        Verdict.UNKNOWN: Cell(_("cannot be compared"), tone="plain"),
    }
    return said[verdict]


def _indicators(found: Assessment) -> Table | None:
    framework = framework_of(found.fiscal_year)
    if framework is None:
        return None
    earlier = queries.earlier_than(found)
    before = queries.points_of(earlier) if earlier else {}
    return tables.indicators_table(framework, queries.points_of(found), before)


def _was_confirmed(events: list[AssessmentEvent]) -> bool:
    return any(event.kind == "confirmed" for event in events)


def _moment(event: AssessmentEvent) -> Moment:
    return Moment(
        at=event.happened_at,
        title=event.get_kind_display(),
        text=" · ".join(_told(event)),
        who=event.happened_by.get_full_name(),
    )


def _told(event: AssessmentEvent) -> Iterator[str]:
    """Say what was changed, and why it was opened again."""
    named = {
        "total": _("total"),
        "level": _("level"),
        "announced_on": _("day of the announcement"),
    }
    for place, (old, new) in event.changes.items():
        if place.isdigit():
            place_name = _("indicator %(number)s") % {"number": place}
        else:
            place_name = named.get(place, place.upper())
        yield f"{place_name}: {old or tables.NOTHING} → {new or tables.NOTHING}"
    if event.reason:
        yield event.reason

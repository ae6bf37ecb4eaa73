"""What stands on the page of one item: where it is, its parts, what can be done now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.audit.queries import history_of
from prongsai.foundations.files import queries as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.publications import contents
from prongsai.foundations.publications import queries as publications
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.models import Item, Part
from prongsai.registers.disclosure.queries import checks, composing, visits
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.staff_views.deeds import deeds_of
from prongsai.registers.disclosure.staff_views.finding import item_trail, year_trail
from prongsai.registers.disclosure.states import (
    ITEM_TONES,
    Approval,
    ItemState,
    PartKind,
)
from prongsai.ui.steps import Step, StepState
from prongsai.ui.writing import in_english, short_date, short_moment


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """One part as the page lists it."""

    number: int
    title: str
    part: Part
    words: Sequence[str]
    facts: Sequence[tuple[str, object]]
    files: Sequence[StoredFile]
    is_first: bool
    is_last: bool


def item_context(user: User, item: Item, *, on: date) -> dict[str, object]:
    """Return everything the page of an item shows."""
    writes = permissions.can_write(user, item, on)
    rows = queries.parts_of(item)
    about = queries.memos_of(item)
    waiting = about[0] if about and item.state == ItemState.WAITING else None
    return {
        **visits.panel(item),
        **checks.panel(item, on=on),
        "item": item,
        "trail": year_trail(item.year, (item.code, "")),
        "tone": ITEM_TONES[ItemState(item.state)],
        "steps": _steps(item),
        "next_line": next_line(item, memo=waiting, on=on),
        "facts": list(_facts(item, on=on)),
        "can_write": writes,
        "keeps": permissions.can_keep_year(user, on),
        "can_verify": permissions.can_verify(user, on),
        "parts": list(_lines(item, rows)),
        "deeds": deeds_of(user, item, memo=waiting, has_parts=bool(rows), on=on),
        "exemptions": list(item.exemptions.all()),
        "memos": about,
        "versions": _versions(item),
        "history": list(reversed(history_of(item))),
    }


def preview_context(item: Item, *, on: date) -> dict[str, object]:
    """Return what the public would read: what waits for approval, else the draft."""
    frozen = queries.waiting_edition(item)
    content = frozen.content if frozen else composing.content_of(item, on=on)
    return {
        "item": item,
        "content": content,
        "frozen": frozen,
        "files": list(files.of(frozen)) if frozen else [],
        "tables": contents.tables_of(content, "en" if in_english() else "th"),
        "trail": item_trail(item, (pgettext("item", "Preview"), "")),
    }


def edit_note(item: Item) -> str:
    """Return what a change means for an item that is on its way or public."""
    if item.state == ItemState.WAITING:
        return _("The item waits for approval: a change makes its memo void.")
    if item.published_id is not None:
        return _("What is public stays until the next version is published.")
    return ""


def next_line(item: Item, *, memo: Memo | None, on: date) -> str:
    """Return in one line what to do next with an item."""
    state = ItemState(item.state)
    lines = {
        ItemState.MISSING: _("Add the first part, or say publicly why it is missing."),
        ItemState.DRAFT: _("Answer what is not met, then have it published."),
        ItemState.WAITING: _("The memo is on its way. Any change makes it void."),
        ItemState.PUBLISHED: _("Nothing to do: it is public."),
        ItemState.OUTDATED: _("Bring the data up to date and publish it anew."),
        ItemState.BROKEN: _("Mend what does not open: see what the watcher found."),
    }
    line = lines[state]
    if memo is not None and memo.is_with_proposer:
        line = _("The memo lies with its proposer, who has to send it.")
    late = _("It is late.") if queries.is_late(item, on=on) else ""
    return f"{late} {line}".strip()


def _facts(item: Item, *, on: date) -> Iterator[tuple[str, object]]:
    yield _("Responsible division"), item.division or _("nobody yet")
    yield _("Accountable person"), item.accountable or _("nobody yet")
    if item.due_on:
        late = _(" (late)") if queries.is_late(item, on=on) else ""
        yield _("Due"), f"{short_date(item.due_on)}{late}"
    yield pgettext("item", "Approval"), Approval(item.approval).label
    if item.published is not None:
        yield _("Last published"), short_moment(item.published.published_at)
    asked = queries.asked_of(item)
    if asked and asked.data_year:
        yield _("Fiscal year of the data"), asked.data_year.value
    if asked and asked.period:
        yield _("Period asked for"), asked.period.value
    if asked and asked.formats:
        yield _("Formats asked for"), ", ".join(asked.formats.value)
    if item.carried_from is not None:
        before = item.carried_from
        yield _("Carried over from"), f"{before.year.fiscal_year} {before.code}"


def _lines(item: Item, rows: Sequence[Part]) -> Iterator[PartLine]:
    words = queries.element_words(item)
    for number, part in enumerate(rows, 1):
        yield PartLine(
            number=number,
            title=_title(part),
            part=part,
            words=[words.get(key, key) for key in part.keys],
            facts=list(_part_facts(part)),
            files=queries.files_of(part),
            is_first=number == 1,
            is_last=number == len(rows),
        )


def _title(part: Part) -> str:
    """Return what a part is called: without a heading, as its register says."""
    is_unnamed = part.kind == PartKind.LIVE and not part.title_th
    supply = queries.supply_of(part) if is_unnamed else None
    return str(supply.label) if supply else str(part)


def _part_facts(part: Part) -> Iterator[tuple[str, object]]:
    if part.kind == PartKind.LIVE:
        supply = queries.supply_of(part)
        yield _("Register"), supply.label if supply else _("not there any more")
    if part.kind == PartKind.TABLE:
        yield _("Rows"), f"{len(part.table.get('rows', [])):,}"
        yield _("File"), part.table.get("file_name", "")
    if part.url:
        yield pgettext("web", "Address"), part.url
    if part.data_year:
        yield _("Fiscal year of the data"), part.data_year
    if part.starts_on or part.ends_on:
        days = (part.starts_on, part.ends_on)
        yield _("Covers"), " – ".join(short_date(d) if d else "…" for d in days)


def _versions(item: Item) -> list[tuple[str, str, str]]:
    """Return the public versions, newest first: label, address, what changed."""
    standing = publications.standing(composing.address_of(item))
    if standing is None:
        return []
    return [
        (
            _("Version %(number)s, %(day)s")
            % {
                "number": one.version.number,
                "day": short_date(one.version.published_at),
            },
            one.version.get_absolute_url(),
            one.withdrawal.reason if one.withdrawal else one.version.note,
        )
        for one in publications.versions_of(standing.version.publication)
    ]


def _steps(item: Item) -> list[Step]:
    way = [ItemState.MISSING, ItemState.DRAFT, ItemState.WAITING, ItemState.PUBLISHED]
    if item.approval == Approval.DIRECT:
        way.remove(ItemState.WAITING)
    state = ItemState(item.state)
    failed = state in {ItemState.OUTDATED, ItemState.BROKEN}
    now = way.index(ItemState.PUBLISHED if failed or state not in way else state)
    return [
        Step(
            label=str(state.label if failed and n == now else one.label),
            state=_step(n, now, last=len(way) - 1, failed=failed),
        )
        for n, one in enumerate(way)
    ]


def _step(n: int, now: int, *, last: int, failed: bool) -> StepState:
    if n == now:
        if failed:
            return "failed"
        return "done" if n == last else "now"
    return "done" if n < now else "next"

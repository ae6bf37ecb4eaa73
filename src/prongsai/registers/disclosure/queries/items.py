"""The items of a year: who sees them, what they ask for, what was composed of them."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.files import queries as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import supplying
from prongsai.foundations.publications.supplying import Asked, Supply
from prongsai.ita.frameworks import model
from prongsai.ita.thai import fiscal
from prongsai.ita.thai.periods import Span
from prongsai.registers.disclosure.models import (
    Edition,
    Exemption,
    Item,
    Part,
    TableUpload,
    Year,
)
from prongsai.registers.disclosure.queries.years import framework_of
from prongsai.registers.disclosure.states import ItemState, PartKind

SUBJECT = "disclosure.edition"
"""What a memo is about: an edition never changes, so what was decided stays decided."""

DONE = frozenset({ItemState.PUBLISHED})
"""States in which nothing is due any more."""


def items() -> QuerySet[Item]:
    """Return every item of the current office."""
    return Item.objects.filter(organisation=tenancy.required()).select_related(
        "year", "division", "accountable", "published__publication"
    )


def visible_to(user: User) -> QuerySet[Item]:
    """Return the items of a person's office: everybody of it may see them."""
    return items().filter(organisation=user.organisation_id)


def items_of(year: Year) -> QuerySet[Item]:
    """Return the items of a year in their order."""
    return items().filter(year=year).order_by("number", "code")


def parts_of(item: Item) -> list[Part]:
    """Return the parts of an item in their order."""
    return list(item.parts.select_related("item", "item__year").order_by("order", "pk"))


def parts_visible_to(user: User) -> QuerySet[Part]:
    """Return the parts of a person's office."""
    rows = Part.objects.filter(organisation=user.organisation_id)
    return rows.select_related("item", "item__year")


def exemptions_visible_to(user: User) -> QuerySet[Exemption]:
    """Return the exemptions of a person's office."""
    rows = Exemption.objects.filter(organisation=user.organisation_id)
    return rows.select_related("item", "item__year")


def uploads_visible_to(user: User) -> QuerySet[TableUpload]:
    """Return the tables that a person uploaded and that wait for a yes."""
    rows = TableUpload.objects.filter(
        organisation=user.organisation_id, uploaded_by=user
    )
    return rows.select_related("item", "item__year", "part")


def files_of(part: Part) -> list[StoredFile]:
    """Return the files of a part as they stand; what was replaced is kept unseen."""
    if part.kind != PartKind.FILES:
        return []
    return list(files.of(part, slot=part.file_slot))


def asked_of(item: Item) -> model.Item | None:
    """Return what the framework of the year says of an item."""
    return framework_of(item.year).item(item.code)


def element_words(item: Item) -> Mapping[str, str]:
    """Return the requirement keys of an item with their words, in their order."""
    asked = asked_of(item)
    return {one.key: one.th for one in (asked.elements if asked else None) or ()}


def keys_of(item: Item) -> frozenset[str]:
    """Return the elements an item asks for: as it was opened, and as the framework is now."""
    return frozenset(item.known_keys) | element_words(item).keys()


def question_for(item: Item, *, on: date) -> Asked:
    """Return what registers are asked about an item: its year, data, period, as of when."""
    asked = asked_of(item)
    year = item.year.fiscal_year
    data_year = asked.data_year.value if asked and asked.data_year else year
    end = fiscal.last_day(data_year)
    if asked and asked.cut_off:
        end = min(end, asked.cut_off.value)
    span = Span(start=fiscal.first_day(data_year), end=end)
    return Asked(year=year, data_year=data_year, period=span, on=on)


def supply_of(part: Part) -> Supply | None:
    """Return the register's supply of a live part; None when it is not there any more."""
    return supplying.registry().get(part.supply)


def waiting_edition(item: Item) -> Edition | None:
    """Return the edition that waits for a decision."""
    if item.state != ItemState.WAITING:
        return None
    found = item.editions.filter(dropped_at__isnull=True, published__isnull=True)
    return found.order_by("-number").first()


def public_edition(item: Item) -> Edition | None:
    """Return the edition that is public now."""
    if item.published_id is None:
        return None
    return item.editions.filter(published=item.published_id).first()


def memos_of(item: Item) -> list[Memo]:
    """Return the memos about any edition of an item, the newest first."""
    keys = list(item.editions.values_list("pk", flat=True))
    rows = memos.memos().filter(subject_label=SUBJECT, subject_pk__in=keys)
    return list(rows.order_by("-pk"))


def is_late(item: Item, *, on: date) -> bool:
    """Whether an item should have been public by now and is not."""
    return item.due_on is not None and item.due_on < on and item.state not in DONE


def next_due(rows: Sequence[Item]) -> Item | None:
    """Return the item to do first: the earliest due that is not public."""
    open_ = [one for one in rows if one.state not in DONE and one.due_on]
    return min(
        open_, key=lambda one: (one.due_on or date.max, one.number), default=None
    )


def can_read_part(user: User, pk: int) -> bool:
    """Whether a person may open the files of a part: everybody of its office."""
    return parts_visible_to(user).filter(pk=pk).exists()


def can_read_edition(user: User, pk: int) -> bool:
    """Whether a person may open the files of an edition: everybody of its office."""
    rows = Edition.objects.filter(organisation=user.organisation_id, pk=pk)
    return rows.exists()

"""The years of disclosure, their frameworks, and what changes from one to another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.frameworks import queries as frameworks
from prongsai.foundations.organisations import tenancy
from prongsai.ita.frameworks import model
from prongsai.ita.frameworks.model import Framework
from prongsai.registers.disclosure.models import Item, Part, Year
from prongsai.registers.disclosure.states import ItemState, PartKind


def years() -> QuerySet[Year]:
    """Return the years of the current office, the newest first."""
    return Year.objects.filter(organisation=tenancy.required())


def visible_to(user: User) -> QuerySet[Year]:
    """Return the years of a person's office."""
    return Year.objects.filter(organisation=user.organisation_id)


def year_of(fiscal_year: int) -> Year | None:
    """Return the disclosure of a fiscal year, if it was opened."""
    return years().filter(fiscal_year=fiscal_year).first()


def counted(rows: QuerySet[Year]) -> QuerySet[Year]:
    """Add how many items there are, public ones, and those missing."""
    return rows.annotate(
        item_count=Count("items"),
        public_count=Count("items", filter=Q(items__published__isnull=False)),
        missing_count=Count("items", filter=Q(items__state=ItemState.MISSING)),
    )


def to_open() -> list[int]:
    """Return the fiscal years with a framework that lists items, not opened yet."""
    opened = set(years().values_list("fiscal_year", flat=True))
    return [
        year
        for year in reversed(frameworks.available())
        if year not in opened and frameworks.load(year).items
    ]


def framework_of(year: Year) -> Framework:
    """Return the framework that holds for a year in this office."""
    return frameworks.load(year.fiscal_year)


@dataclass(frozen=True, kw_only=True)
class Carried:
    """One item of a year beside the item of an earlier year it continues.

    ``kept`` are the keys both ask for, ``new`` those only this year's; ``parts`` what
    can be carried over, ``to_renew`` those that speak of the earlier year.
    """

    item: Item
    before: Item | None
    kept: Sequence[str] = ()
    new: Sequence[str] = ()
    parts: Sequence[Part] = ()
    to_renew: Sequence[Part] = ()

    @property
    def moved(self) -> bool:
        """Whether the item had another number."""
        return self.before is not None and self.before.code != self.item.code


@dataclass(frozen=True, kw_only=True)
class Carrying:
    """What carrying over would do: item by item, and the items nobody asks for now."""

    items: Sequence[Carried]
    gone: Sequence[Item] = ()

    @property
    def parts(self) -> int:
        """How many parts would be carried over."""
        return sum(len(one.parts) for one in self.items)


def carrying(year: Year, *, from_year: Year) -> Carrying:
    """Return what of an earlier year an item of this year can take over, by keys."""
    now, then = framework_of(year), framework_of(from_year)
    olds = {
        one.code: one
        for one in from_year.items.prefetch_related("parts").select_related("year")
    }
    found = [
        _carried(item, now=now, then=then, olds=olds)
        for item in year.items.select_related("year").order_by("number")
    ]
    used = {one.before.pk for one in found if one.before}
    return Carrying(
        items=found, gone=[one for one in olds.values() if one.pk not in used]
    )


def _carried(
    item: Item, *, now: Framework, then: Framework, olds: dict[str, Item]
) -> Carried:
    asked = now.item(item.code)
    before = _before(asked, then, olds)
    if asked is None or before is None:
        return Carried(item=item, before=None)
    keys = [one.key for one in asked.elements or ()]
    earlier = then.item(before.code)
    known = {one.key for one in (earlier.elements if earlier else None) or ()}
    parts = [
        part
        for part in before.parts.all()
        if part.kind != PartKind.LIVE and (not keys or set(part.keys) & set(keys))
    ]
    return Carried(
        item=item,
        before=before,
        kept=[key for key in keys if key in known],
        new=[key for key in keys if key not in known],
        parts=parts,
        to_renew=[part for part in parts if is_year_bound(part)],
    )


def _before(
    asked: model.Item | None, then: Framework, olds: dict[str, Item]
) -> Item | None:
    """Return the earlier item most of whose keys, else whose subject, are asked now."""
    if asked is None:
        return None
    codes: dict[str, int] = {}
    for one in asked.elements or ():
        if found := then.demands(one.key):
            codes[found[0].code] = codes.get(found[0].code, 0) + 1
    if not codes:
        about = [then.item_about(subject) for subject in asked.subjects]
        codes = {one.code: 1 for one in about if one is not None}
    best = max(codes, key=lambda code: codes[code], default="")
    return olds.get(best)


def is_year_bound(part: Part) -> bool:
    """Whether a part speaks of a year: it has one, or it holds files, a table, a none."""
    bound = {PartKind.FILES, PartKind.TABLE, PartKind.NOTHING}
    return part.data_year is not None or part.ends_on is not None or part.kind in bound


@dataclass(frozen=True, kw_only=True)
class ItemChange:
    """What a newer revision of the framework changes in one item."""

    code: str
    title: str
    new_keys: Sequence[str] = ()
    gone_keys: Sequence[str] = ()
    is_renamed: bool = False


@dataclass(frozen=True, kw_only=True)
class Renewal:
    """What taking over the framework as it stands now would change in a year."""

    revision: int
    new: Sequence[model.Item] = ()
    changed: Sequence[ItemChange] = field(default_factory=tuple)
    gone: Sequence[Item] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change but the number of the revision."""
        return not (self.new or self.changed or self.gone)


def renewal(year: Year) -> Renewal | None:
    """Return what the framework changed since it was last taken over; None for nothing."""
    framework = framework_of(year)
    rows = {one.code: one for one in year.items.all()}
    asked = {one.code: one for one in framework.items or ()}
    changed = [
        change
        for code, one in asked.items()
        if code in rows and (change := _change(rows[code], one))
    ]
    found = Renewal(
        revision=framework.revision,
        new=[one for code, one in asked.items() if code not in rows],
        changed=changed,
        gone=[o for c, o in rows.items() if c not in asked and o.is_asked],
    )
    is_same = framework.revision == year.framework_revision
    return None if is_same and found.is_empty else found


def _change(row: Item, asked: model.Item) -> ItemChange | None:
    keys = [one.key for one in asked.elements or ()]
    known = set(row.known_keys)
    change = ItemChange(
        code=row.code,
        title=asked.th,
        new_keys=[key for key in keys if key not in known],
        gone_keys=[key for key in row.known_keys if key not in keys],
        is_renamed=(row.title_th, row.number) != (asked.th, asked.number),
    )
    is_other = change.new_keys or change.gone_keys or change.is_renamed
    return change if is_other else None


def days_left(year: Year, *, on: date) -> int | None:
    """Return the days until the window closes; None when it is not entered."""
    return None if year.window_ends is None else (year.window_ends - on).days

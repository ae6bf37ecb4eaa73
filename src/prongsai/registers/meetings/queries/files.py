"""Who may open the files of this register: asked by key, when somebody opens one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.models import Part, StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.registers.meetings.models import AgendaItem, Order
from prongsai.registers.meetings.queries import circulars, committees, meetings


def can_read_order(user: User, pk: int) -> bool:
    """Everyone in the office may read the order of a committee."""
    return committees.orders(user).filter(pk=pk).exists()


def can_read_item(user: User, pk: int) -> bool:
    """Whoever sees a meeting reads the papers of its agenda."""
    return meetings.items_of(user).filter(pk=pk).exists()


def can_read_circular(user: User, pk: int) -> bool:
    """Whoever sees a circular reads what is attached to it."""
    return circulars.visible_to(user, on=localdate()).filter(pk=pk).exists()


def of_all(
    rows: Iterable[AgendaItem] | Iterable[Order],
) -> Mapping[int, list[StoredFile]]:
    """Return the files of several rows of one kind by the key of the row, asked at once."""
    owners = list(rows)
    kept: defaultdict[int, list[StoredFile]] = defaultdict(list)
    if not owners:
        return kept
    files = StoredFile.objects.filter(
        organisation=tenancy.required(),
        owner_kind=owners[0]._meta.label_lower,
        owner_pk__in=[row.pk for row in owners],
        part=Part.ORIGINAL,
    ).prefetch_related("copies")
    for file in files:
        kept[file.owner_pk or 0].append(file)
    return kept

"""A small real office and its deeds of disclosure, each in a process of its own.

``python -m tests.acceptance.office_in_trouble "DEED WORD…" "DEED…"``; answers are JSON.
"""

# ruff: noqa: E402, T201  # Django is set up first; it is a program that says what it did

import json
import os
import signal
import sys
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import django

django.setup()

from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.utils import timezone

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import OfficeType, Organisation
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Publication, Version
from prongsai.foundations.tasks.office import OFFICE
from prongsai.registers.disclosure import tasks
from prongsai.registers.disclosure.actions import items, passing, visits, years
from prongsai.registers.disclosure.models import Edition, Item, Visit
from prongsai.registers.disclosure.states import Approval, PartKind
from tests import disclosing
from tests.cast import make_user
from tests.crowds import side_by_side


def begin(*codes: str) -> None:
    """Found the office, open the year, write the items."""
    office = Organisation.objects.create(
        type=OfficeType.SUBDISTRICT, name_th="อบต. ทดลองจริง", name_en="Trial",
        letter_code="ทส 00002",
    )  # fmt: skip
    tenancy._current.set(None)
    with tenancy.acting_for(office.pk):
        by = make_user(role=Role.ANALYST, office=office)
        years.open_year(2569, by=by, at=timezone.now())
        for code in codes:
            written(code, "เนื้อหาแรก")


def written(code: str, words: str) -> None:
    """Write a text into an item that answers everything, and let it be published."""
    item, by = disclosing.without_live_parts(item_of(code)), analyst()
    disclosing.write_text(item, by=by, body=f"<p>{words}</p>")
    items.assign(
        item_of(code), division=None, accountable=None, due_on=None,
        approval=Approval.DIRECT, by=by, at=timezone.now(),
    )  # fmt: skip


def publish(*codes: str) -> list[int]:
    """Publish items with their documents."""
    return [
        passing.publish(item_of(code), by=analyst(), at=timezone.now()).number
        for code in codes
    ]


def again(code: str, words: str) -> list[int]:
    """Write something new into an item and publish it."""
    written(code, words)
    return publish(code)


def both(code: str) -> list[str]:
    """Two processes publish the same item at the same moment."""
    office = Organisation.objects.get().pk

    def one(_n: int) -> str:
        with tenancy.acting_for(office):
            return str(publish(code)[0])

    return side_by_side(2, one)


def compose(code: str) -> None:
    """Freeze an item and do nothing with it."""
    passing.compose(item_of(code), by=analyst(), at=timezone.now())


def die(code: str) -> None:
    """The power goes when the edition is frozen with its files and nothing is public."""

    def power_goes(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    Version.save = power_goes  # type: ignore[method-assign]  # the power goes here
    publish(code)


def late(code: str) -> None:
    """The power goes when everything is written and the item does not know it yet."""
    whole = Edition.save

    def power_goes(row: Edition, **options: Any) -> None:
        if "update_fields" in options and row.published_id:
            os.kill(os.getpid(), signal.SIGKILL)
        whole(row, **options)

    Edition.save = power_goes  # type: ignore[assignment,method-assign]  # see above
    publish(code)


def visit(code: str) -> None:
    """Visit an item as the worker does."""
    item = item_of(code).pk
    tasks.visit_items.func(item=item, **{OFFICE: tenancy.required()})


def pages(*codes: str) -> dict[str, str]:
    """What the public site answers at every address of items, as text."""
    client, found = Client(headers={"host": "127.0.0.1"}), {}
    for code in codes:
        plan = visits.planned(item_of(code))
        assert plan is not None
        for path in (urlsplit(target.url).path for target in plan.targets):
            found[path] = client.get(path).getvalue().decode("latin-1")
    return found


def torn(code: str, *paths: str) -> dict[str, list[int]]:
    """Publish between every two questions that a page asks the database.

    Returns for each page after which questions it was neither the old nor the new one,
    and how many it asks at least.
    """
    return {path: _torn(code, path) for path in paths}


def _torn(code: str, path: str) -> list[int]:
    office = Organisation.objects.get().pk
    client = Client(headers={"host": "127.0.0.1"})
    found: list[int] = []
    for n in count(1):
        asked = [0]

        def publishes(execute: Any, *given: Any, n: int = n, asked: Any = asked) -> Any:
            answer = execute(*given)
            asked[0] += 1
            if asked[0] == n:
                beside = Thread(target=_again, args=(office, code, f"{path} {n}"))
                beside.start()
                beside.join()
            return answer

        old = client.get(path).content
        with connection.execute_wrapper(publishes):
            page = client.get(path).content
        if asked[0] < n:
            return [*found, n]
        if page not in {old, client.get(path).content}:
            found.append(n)
    return found


def _again(office: int, code: str, words: str) -> None:
    """Publish as another process would: by a connection of its own."""
    with tenancy.acting_for(office):
        again(code, words)
    connection.close()


def place(code: str, name: str) -> str:
    """Where the bytes of a published file lie on the disk."""
    version = item_of(code).published
    assert version is not None
    file = publications.file_of(version, name)
    assert file is not None
    return str(Path(default_storage.path(file.stored.key)).resolve())


def look() -> dict[str, Any]:
    """How everything stands."""
    rows = Item.objects.filter(parts__kind=PartKind.TEXT).select_related("published")
    return {
        "items": {
            row.code: [row.state, row.published and row.published.number]
            for row in rows.order_by("pk").distinct()
        },
        "publications": Publication.objects.count(),
        "versions": Version.objects.count(),
        "editions": [
            [row.number, row.published and row.published.number, row.dropped_at is None]
            for row in Edition.objects.select_related("published").order_by("pk")
        ],
        "files": StoredFile.objects.count(),
        "visits": [
            [row.item.code, urlsplit(row.url).path, row.outcome, row.digest]
            for row in Visit.objects.select_related("item").order_by("pk")
        ],
        "digests": {
            row.code: row.published.digest for row in rows if row.published is not None
        },
    }


def analyst() -> User:
    return User.objects.get()


def item_of(code: str) -> Item:
    return Item.objects.select_related("year", "published").get(code=code)


DEEDS: tuple[Any, ...] = (publish, again, compose, die, late, visit, pages, place, look)
BY_THEMSELVES: tuple[Any, ...] = (begin, both, torn)


def told(deed: str, *words: str) -> Any:
    """Do one deed; some open their transactions by themselves."""
    does = {one.__name__: one for one in (*DEEDS, *BY_THEMSELVES)}[deed]
    if does in BY_THEMSELVES:
        return does(*words)
    with tenancy.acting_for(Organisation.objects.get().pk):
        return does(*words)


if __name__ == "__main__":
    said = [told(*line.split()) for line in sys.argv[1:]]
    print(json.dumps(said))

"""Every planted fault is found with its place and in words; what is clean stays clean.

An item goes the way of the product: parts, publication with its documents, a stranger
who visits over HTTP what the public site answers, the self-check.
"""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import Image, ImageDraw

from prongsai.foundations.files import actions as files
from prongsai.foundations.files.rules import FileRules
from prongsai.ita.disclosure import sentences
from prongsai.ita.disclosure.model import Finding, Severity
from prongsai.ita.documents.rendering.engine import typeset
from prongsai.registers.disclosure.actions import checks, items, parts, passing, visits
from prongsai.registers.disclosure.actions.drafts import PartDraft
from prongsai.registers.disclosure.models import Item, Visit
from prongsai.registers.disclosure.queries import checks as checked
from prongsai.registers.disclosure.states import (
    Approval,
    ItemState,
    PartKind,
    VisitOutcome,
)
from tests import disclosing
from tests.cast import NOW, client_of
from tests.disclosing import Disclosure
from tests.prongsai.foundations.files.samples import upload
from tests.prongsai.foundations.files.sheet_files import xlsx_file
from tests.visiting import Site, sends, website

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HOUR = timedelta(hours=1)
CITIZEN, NOBODY = "1-2345-67890-12-1", "1-2345-67890-12-2"
"""A number that could be a person's, and the same with a wrong check digit."""

PAPER = '#set document(title: "Manual")\n#set text(font: "Sarabun", lang: "th")\n'


@dataclass(frozen=True, kw_only=True)
class House:
    """An office with its year of disclosure, and the web it and others stand on."""

    kept: Disclosure
    site: Site

    def published(self, code: str, write: Callable[..., Any], *given: object) -> Item:
        """Write an item, publish it with its documents, and serve what is public."""
        item = disclosing.without_live_parts(self.kept.item(code))
        write(self, item, *given)
        items.assign(
            self.kept.item(code), division=None, accountable=None, due_on=None,
            approval=Approval.DIRECT, by=self.kept.analyst, at=NOW,
        )  # fmt: skip
        passing.publish(self.kept.item(code), by=self.kept.analyst, at=NOW)
        self.serve(code)
        return self.kept.item(code)

    def serve(self, code: str) -> None:
        """Serve what the public site answers at every address of an item."""
        plan, client = visits.planned(self.kept.item(code)), client_of(None)
        assert plan is not None
        for target in (one for one in plan.targets if one.is_own):
            path = urlsplit(target.url).path
            answer = client.get(path)
            assert answer.status_code == 200, path
            self.site.pages[path] = sends(answer.getvalue())

    def night(self, code: str, n: int = 1) -> list[Finding]:
        """Visit an item as a stranger and check it; return what was found."""
        at = NOW + n * HOUR
        visits.visit(self.kept.item(code), at=at, going=self.site.going())
        check = checks.run(self.kept.item(code), by=None, at=at)
        return checked.findings_of(check)


@pytest.fixture
def house(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.PRONGSAI_CHECK_LINKS = True
    with website() as site:
        settings.SITE_ADDRESS = site.address
        yield House(kept=disclosing.make_disclosure(), site=site)


def link(house: House, item: Item, path: str) -> None:
    """A link to another site; only ``/manual`` is there."""
    house.site.pages["/manual"] = sends(b"<h1>Manual</h1>")
    url = f"http://www.example.org:{house.site.port}{path}"
    disclosing.write_link(item, url, by=house.kept.analyst)


def of_year(house: House, item: Item, year: int) -> None:
    disclosing.write_text(item, by=house.kept.analyst, data_year=year)


def table(house: House, item: Item, *column: str) -> None:
    rows = [(f"งานที่ {n}", cell) for n, cell in enumerate(column, start=1)]
    disclosing.write_table(item, by=house.kept.analyst, rows=rows)


def text(house: House, item: Item, number: str) -> None:
    body = f"<p>ผู้ติดต่อของงานนี้</p><p>เลขที่ {number}</p>"
    disclosing.write_text(item, by=house.kept.analyst, body=body)


def file(
    house: House, item: Item, name: str, made: Callable[..., bytes], word: str
) -> None:
    by, content = house.kept.analyst, made(word)
    rules = FileRules(types=("pdf", "xlsx"), max_bytes=10**7, max_count=3)
    stored = files.receive(upload(name, content), rules=rules, by=by, at=NOW)
    draft = PartDraft(
        kind=PartKind.FILES, keys=item.known_keys, title_th="คู่มือ", title_en="Manual"
    )
    parts.add(item, draft, files=[stored], by=by, at=NOW)


def scan(line: str) -> bytes:
    """A paper as a scanner gives it: a picture, and no text a machine could read."""
    page = Image.new("L", (620, 877), "white")
    ImageDraw.Draw(page).text((60, 60), line, fill="black")
    out = io.BytesIO()
    page.save(out, format="PDF")
    return out.getvalue()


def paper(line: str) -> bytes:
    return typeset(f"{PAPER}คู่มือการปฏิบัติงาน\n\n{line}".encode(), {})


def book(cell: str) -> bytes:
    return bytes(xlsx_file([["ชื่อ", "เลข"], ["งานหนึ่ง", cell]]).read())


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A fault and the clean twin: how both are written, what is found, and where."""

    write: Callable[..., None]
    faulty: tuple[Any, ...]
    clean: tuple[Any, ...]
    code: str
    where: tuple[str, ...]
    severity: Severity = Severity.ERROR
    items: tuple[str, str] = ("o8", "o9")


FAULTS = {
    "dead link": Fault(
        write=link, faulty=("/gone",), clean=("/manual",), code="link-dead",
        where=("ลิงก์ที่ทดลอง", "/gone"),
    ),
    "wrong year": Fault(
        write=of_year, faulty=(2567,), clean=(2568,), code="wrong-year",
        where=("Trial part",), items=("o22", "o24"),
    ),
    "blank column": Fault(
        write=table, faulty=("", "", ""), clean=("1", "-", "3"), code="blank-cells",
        where=("Trial table", "row 1", "column “จำนวน”"),
    ),
    "scan": Fault(
        write=file, faulty=("คู่มือ.pdf", scan, "One"), clean=("คู่มือ.pdf", paper, "One"),
        code="file-scan", where=("Manual", "คู่มือ.pdf"),
        severity=Severity.WARNING,
    ),
    "citizen in a table": Fault(
        write=table, faulty=("1", CITIZEN), clean=("1", NOBODY), code="citizen-id",
        where=("Trial table", "row 2", "column “จำนวน”"),
    ),
    "citizen in a text": Fault(
        write=text, faulty=(CITIZEN,), clean=(NOBODY,), code="citizen-id",
        where=("Trial part", "line 2"),
    ),
    "citizen in a workbook": Fault(
        write=file, faulty=("ชื่อ.xlsx", book, CITIZEN),
        clean=("ชื่อ.xlsx", book, NOBODY),
        code="citizen-id", where=("Manual", "ชื่อ.xlsx", "page 1"),
    ),
    "citizen in a paper": Fault(
        write=file, faulty=("ชื่อ.pdf", paper, CITIZEN),
        clean=("ชื่อ.pdf", paper, NOBODY),
        code="citizen-id", where=("Manual", "ชื่อ.pdf", "page 1"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_in_its_place_and_its_clean_twin_is_left_alone(
    house, name
):
    fault = FAULTS[name]
    faulty, clean = fault.items
    house.published(faulty, fault.write, *fault.faulty)
    house.published(clean, fault.write, *fault.clean)

    (found,) = house.night(faulty)
    assert house.night(clean) == []

    assert (found.code, found.severity) == (f"disclosure.{fault.code}", fault.severity)
    place = sentences.where(found.place, "en")
    assert all(word in place for word in ("part 1", *fault.where)), place
    thai, english = (sentences.sentence(found, one) for one in ("th", "en"))
    assert is_thai(thai)
    assert english.isascii() or "“" in english
    assert CITIZEN not in json.dumps(checks_of(house, faulty), ensure_ascii=False)
    assert house.kept.item(clean).state == ItemState.PUBLISHED


def checks_of(house: House, code: str) -> list[Any]:
    return list(
        checked.of_item(house.kept.item(code)).values_list("findings", flat=True)
    )


def is_thai(words: str) -> bool:
    return any("\u0e00" <= letter <= "\u0e7f" for letter in words)


@pytest.mark.parametrize("ending", ["/", ".json", "/files/o8.pdf"])
def test_another_thing_in_place_of_what_was_published_is_found_until_it_is_back(
    house, ending
):
    house.published("o8", text, NOBODY)
    path = f"/ita/2569/o8{ending}"
    right = house.site.pages[path]

    assert house.night("o8") == []
    house.site.pages[path] = sends(b"<h1>Somebody else's page</h1>")
    (found,) = house.night("o8", 2)
    broken = house.kept.item("o8").state
    house.site.pages[path] = right

    assert house.night("o8", 3) == []
    assert found.code == "disclosure.page-changed"
    assert str(found.facts["url"]).endswith(path)
    assert path in sentences.sentence(found, "en")
    assert is_thai(sentences.sentence(found, "th"))
    assert (broken, house.kept.item("o8").state) == (
        ItemState.BROKEN,
        ItemState.PUBLISHED,
    )


def test_an_older_page_with_the_same_title_is_no_proof_that_the_new_one_is_up(house):
    item = house.published("o8", text, NOBODY)
    old = dict(house.site.pages)
    text(house, item, "2")
    passing.publish(house.kept.item("o8"), by=house.kept.analyst, at=NOW + HOUR)
    house.site.pages |= old

    codes = {found.code for found in house.night("o8", 2)}

    assert codes == {"disclosure.page-changed"}
    assert house.kept.item("o8").state == ItemState.BROKEN
    outcomes = Visit.objects.filter(url__endswith=".json").values_list("outcome")
    assert list(outcomes) == [(VisitOutcome.CHANGED,)]

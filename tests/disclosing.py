"""A year of disclosure with its items and parts; made by the actions a person would use."""

from dataclasses import dataclass
from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.registers.disclosure.actions import parts, years
from prongsai.registers.disclosure.actions.drafts import PartDraft
from prongsai.registers.disclosure.models import Item, Year
from prongsai.registers.disclosure.states import PartKind
from tests.cast import NOW, current_office, make_user


@dataclass(kw_only=True)
class Disclosure:
    """A year, and who keeps it."""

    year: Year
    analyst: User

    def item(self, code: str) -> Item:
        return self.year.items.select_related("year").get(code=code)


def make_disclosure(*, office=None, fiscal_year=2569, **fields) -> Disclosure:
    office = office or current_office()
    analyst = make_user(role=Role.ANALYST, office=office)
    year = years.open_year(fiscal_year, by=analyst, at=NOW, **fields)
    return Disclosure(year=year, analyst=analyst)


def without_live_parts(item: Item) -> Item:
    """Take out what registers answer: the item then shows what the test writes."""
    item.parts.filter(kind=PartKind.LIVE).delete()
    return item


def write_text(item, *, by, keys=None, body="<p>ข้อความของข้อนี้</p>", **fields):
    draft = PartDraft(
        kind=PartKind.TEXT,
        keys=item.known_keys if keys is None else keys,
        **{"title_th": "ส่วนที่ทดลอง", "title_en": "Trial part", "body_th": body} | fields,
    )
    return parts.add(item, draft, by=by, at=NOW)


def write_table(item, *, by, rows, columns=("รายการ", "จำนวน"), keys=None, **fields):
    draft = PartDraft(
        kind=PartKind.TABLE,
        keys=item.known_keys if keys is None else keys,
        table={"columns": list(columns), "rows": [list(row) for row in rows]},
        **{"title_th": "ตารางที่ทดลอง", "title_en": "Trial table"} | fields,
    )
    return parts.add(item, draft, by=by, at=NOW)


def write_link(item, url, *, by, keys=None):
    draft = PartDraft(
        kind=PartKind.LINK,
        keys=item.known_keys if keys is None else keys,
        title_th="ลิงก์ที่ทดลอง",
        url=url,
    )
    return parts.add(item, draft, by=by, at=NOW)


def write_none(item, *, by, keys=None, **fields):
    draft = PartDraft(
        kind=PartKind.NOTHING,
        keys=item.known_keys if keys is None else keys,
        body_th="<p>ไม่มีเรื่องร้องเรียน</p>",
        body_en="<p>There were no complaints.</p>",
        **fields,
    )
    return parts.add(item, draft, by=by, at=NOW)


def complete(item, *, by, data_year=None, starts_on=None, ends_on=None):
    """Write a part that answers everything an item asks for."""
    without_live_parts(item)
    return write_text(
        item, by=by, data_year=data_year, starts_on=starts_on, ends_on=ends_on
    )


HALF_2569 = (date(2025, 10, 1), date(2026, 3, 31))
YEAR_2568 = (date(2024, 10, 1), date(2025, 9, 30))

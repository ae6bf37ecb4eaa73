"""What news has for the item on news: articles of the year about the office's duties."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.notifications.addresses import site_of
from prongsai.foundations.organisations.queries import current_office
from prongsai.foundations.publications.supplying import Asked, Said, Supplied, Supply
from prongsai.registers.news.models import Listed
from prongsai.registers.news.queries import public
from prongsai.registers.news.states import Category

MISSION, CURRENT = "news.mission", "news.current_year"

_CATEGORIES = {
    Category.NEWS: ("ข่าว", "News"),
    Category.ACTIVITY: ("กิจกรรม", "Activity"),
    Category.ANNOUNCEMENT: ("ประกาศ", "Announcement"),
    Category.PROCUREMENT: ("ประกาศจัดซื้อจัดจ้าง", "Procurement notice"),
    Category.JOB: ("รับสมัครงาน", "Job"),
    Category.WARNING: ("แจ้งเตือนภัย", "Warning or disaster"),
}


def current(asked: Asked) -> Supplied:
    """Articles of the fiscal year about duties, up to the day asked about."""
    until = min(asked.on, asked.period.end)
    rows = list(public.of_year(asked.data_year, until=until))
    serving = [row for row in rows if row.mission]
    present = set()
    missing = {}
    if rows:
        present.add(CURRENT)
    else:
        missing[CURRENT] = Said(
            th=f"ยังไม่มีข่าวที่เผยแพร่ของปีงบประมาณ พ.ศ. {asked.data_year}",
            en=f"No article of fiscal year {asked.data_year} is published yet",
        )
    if serving:
        present.add(MISSION)
    else:
        missing[MISSION] = Said(
            th="ยังไม่มีข่าวที่ระบุอำนาจหน้าที่หรือภารกิจที่เกี่ยวข้อง",
            en="No article says yet which duty or mission it serves",
        )
    shown = serving or rows
    return Supplied(
        present=frozenset(present),
        missing=missing,
        paragraphs=[_counted(asked, len(rows), len(serving))] if rows else [],
        tables=[_table(asked, shown)] if shown else [],
        data_year=asked.data_year,
        starts=min((row.happened_on for row in shown), default=None),
        ends=max((row.happened_on for row in shown), default=None),
    )


def _counted(asked: Asked, every: int, serving: int) -> Said:
    return Said(
        th=(
            f"ปีงบประมาณ พ.ศ. {asked.data_year} เผยแพร่ข่าวแล้ว {every} เรื่อง"
            f" เป็นข่าวตามอำนาจหน้าที่หรือภารกิจ {serving} เรื่อง"
        ),
        en=(
            f"Fiscal year {asked.data_year}: {every} articles published,"
            f" {serving} of them about duties or missions"
        ),
    )


def _table(asked: Asked, rows: Sequence[Listed]) -> dict[str, object]:
    site = site_of(current_office())
    return {
        "key": "news",
        "title_th": f"ข่าวของปีงบประมาณ พ.ศ. {asked.data_year}",
        "title_en": f"News of fiscal year {asked.data_year}",
        "columns": [
            {"key": "date", "label_th": "วันที่", "label_en": "Date"},
            {"key": "title", "label_th": "เรื่อง", "label_en": "Title"},
            {"key": "category", "label_th": "ประเภท", "label_en": "Category"},
            {
                "key": "mission",
                "label_th": "อำนาจหน้าที่หรือภารกิจ",
                "label_en": "Duty or mission",
            },
            {"key": "address", "label_th": "ที่อยู่", "label_en": "Address"},
        ],
        "rows": [_row(row, site) for row in rows],
    }


def _row(row: Listed, site: str) -> list[object]:
    th, en = _CATEGORIES[Category(row.category)]
    path = row.version.publication.get_absolute_url()
    return [
        row.happened_on.isoformat(),
        {"th": row.version.title_th, "en": row.version.title_en},
        {"th": th, "en": en},
        row.mission or "-",
        f"{site}{path}",
    ]


SUPPLIES = [
    Supply(
        key="news.current",
        label=_("News of the fiscal year"),
        keys=frozenset({MISSION, CURRENT}),
        run=current,
    ),
]

"""Items as they are frozen, published without the way there."""

from prongsai.foundations.publications import actions
from tests.cast import NOW

TEMPLATE = "disclosure/public/item.html"


def content(code="o12", *, year=2569, rows=2, html="<p>Text of the part</p>"):
    return {
        "code": code,
        "year": year,
        "framework_revision": 1,
        "responsible": {"th": "ปลัด", "en": "Clerk"},
        "elements": [
            {
                "key": "plan.list", "th": "รายการ", "met": True,
                "confidence": "confirmed", "reason": None, "part": 1,
            },
            {
                "key": "plan.date", "th": "วันที่จัดทำ", "met": False,
                "confidence": "inferred", "part": None,
                "reason": {"th": "จะลงนามสัปดาห์หน้า", "en": "Signed next week"},
            },
        ],
        "parts": [
            {
                "kind": "text",
                "title": {"th": "ส่วนแรก", "en": "First"},
                "html": {"th": html, "en": html},
                "keys": ["plan.list"], "url": "https://www.example.go.th/",
                "address": "", "nothing": None, "data_year": year,
                "starts": "2025-10-01", "ends": "2026-03-31",
                "tables": ["t"], "files": [],
            }
        ],
        "tables": [
            {
                "key": "t", "title_th": "ตาราง", "title_en": "Table",
                "columns": [
                    {"key": "a", "label_th": "ก", "label_en": "A"},
                    {"key": "b", "label_th": "ข", "label_en": "B", "numeric": True},
                ],
                "rows": [[f"=row {n}", n] for n in range(rows)],
            }
        ],
        "period": {"starts": "2025-10-01", "ends": "2026-03-31"},
    }  # fmt: skip


def publish_item(code="o12", *, year=2569, rows=2, frozen=None, files=(), at=NOW):
    return actions.publish(
        address=f"ita/{year}/{code}",
        title_th=f"ข้อ {code}",
        title_en=f"Item {code}",
        content=frozen or content(code, year=year, rows=rows),
        template=TEMPLATE,
        by=None,
        at=at,
        files=files,
    )

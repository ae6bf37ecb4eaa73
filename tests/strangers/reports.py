"""Alice's reports, their texts and papers, for the wall test."""

from prongsai.registers.reports.actions import writing
from tests.cast import NOW
from tests.reporting import approved, fresh, make_desk

TITLE, TEXT = "รายงานลับของอลิซ", "ข้อความลับของอลิซ"
SECRETS = [TITLE, TEXT]


def desk_of(office):
    desk = make_desk(office)
    cover = writing.Cover(title=TITLE, cut_off=desk.report.cut_off)
    writing.set_cover(desk.report, cover, by=desk.analyst, at=NOW)
    writing.write(desk.report, "closing", TEXT, by=desk.analyst, at=NOW)
    return desk


def lists(office):
    desk_of(office)
    data = {"fiscal_year": "2569", "kind": "year", "cut_off": "20/11/2568"}
    return {"data": data, "secrets": SECRETS}


def one(office):
    desk = desk_of(office)
    data = {
        "title": "ของชาลี", "cut_off": "20/11/2568", "version": "2", "reason": "ของชาลี",
        "note_th": "ชาลี", "note_en": "charlie", "text": "ของชาลี",
    }  # fmt: skip
    return {"kwargs": {"pk": desk.report.pk}, "data": data, "secrets": SECRETS}


def text(office):
    case = one(office)
    case["kwargs"]["key"] = "closing"
    return case


def paper(office):
    case = one(office)
    case["kwargs"]["form"] = "json"
    return case


def checked(office):
    desk = desk_of(office)
    approved(desk)
    return {"kwargs": {"digest": fresh(desk).digest}, "secrets": SECRETS}


CASES = {
    "reports:reports": lists,
    "reports:begin": lists,
    **{
        f"reports:{name}": one
        for name in (
            "report", "cover", "run_figures", "override", "submit", "take_back",
            "publish",
        )
    },
    "reports:text": text,
    "reports:restore": text,
    "reports:paper": paper,
    "reports_public:check": checked,
}  # fmt: skip

"""Alice's years, items, parts, exemptions and uploaded tables, for the wall test."""

from prongsai.foundations.organisations import tenancy
from prongsai.registers.disclosure.actions import exemptions, items, parts
from prongsai.registers.disclosure.models import TableUpload
from tests.cast import NOW
from tests.disclosing import write_text
from tests.editions import make_desk

TITLE, TEXT, WHY = "หัวข้อลับของอลิซ", "ข้อความลับของอลิซ", "เหตุผลลับของอลิซ"
SECRETS = [TITLE, TEXT, WHY]
DATA = {
    "division": "", "accountable": "", "due_on": "", "approval": "direct",
    "reason_th": "ชาลี", "reason_en": "charlie", "note_th": "ชาลี", "note_en": "c",
    "key": "strategy.goals", "reason": "ชาลี", "source": "ชาลี", "version": "1",
    "title_th": "ชาลี", "body_th": "ชาลี", "url": "https://example.go.th/",
    "fiscal_year": "2569", "revision": "1", "window_ends": "30/4/2569",
}  # fmt: skip


def desk_of(office):
    with tenancy.acting_for(office.pk):
        desk = make_desk(office)
        write_text(desk.item, by=desk.analyst, title_th=TITLE, body=f"<p>{TEXT}</p>")
        items.explain(desk.item, reason_th=WHY, reason_en=WHY, by=desk.analyst, at=NOW)
        return desk


def lists(office):
    desk_of(office)
    return {"data": DATA, "secrets": SECRETS}


def year(office):
    desk_of(office)
    return {"kwargs": {"fiscal_year": 2569}, "data": DATA, "secrets": SECRETS}


def item(office):
    desk = desk_of(office)
    with tenancy.acting_for(office.pk):
        pk = desk.item.pk
    return {"kwargs": {"pk": pk}, "data": DATA, "secrets": SECRETS}


def new_part(office):
    case = item(office)
    case["kwargs"]["kind"] = "text"
    return case


def part(office):
    desk = desk_of(office)
    with tenancy.acting_for(office.pk):
        pk = desk.item.parts.order_by("-pk").first().pk
    return {"kwargs": {"pk": pk}, "data": DATA, "secrets": SECRETS}


def moved(office):
    case = part(office)
    case["kwargs"]["way"] = "up"
    return case


def table(office):
    desk = desk_of(office)
    received = TableUpload(
        file_name="ก.csv", sha256="0" * 64, rows=1, table=[[0, TITLE], [1, TEXT]]
    )
    with tenancy.acting_for(office.pk):
        kept = parts.upload_table(desk.item, received, by=desk.analyst, at=NOW)
    return {"kwargs": {"pk": kept.pk}, "data": DATA, "secrets": SECRETS}


def exemption(office):
    desk = desk_of(office)
    with tenancy.acting_for(office.pk):
        given = exemptions.give(
            desk.item, "strategy.goals", reason=WHY, source=WHY,
            by=desk.analyst, at=NOW,
        )  # fmt: skip
    return {"kwargs": {"pk": given.pk}, "data": DATA, "secrets": SECRETS}


CASES = {
    "disclosure:years": lists,
    "disclosure:open_year": lists,
    **{f"disclosure:{n}": year for n in ("year", "window", "carry", "renew")},
    **{
        f"disclosure:{name}": item
        for name in (
            "item", "assign", "explain", "preview", "exempt", "add_part",
            "upload_table", "propose", "take_back", "publish", "withdraw",
        )
    },
    "disclosure:add_part_kind": new_part,
    "disclosure:edit_part": part,
    "disclosure:remove_part": part,
    "disclosure:replace_table": part,
    "disclosure:move_part": moved,
    "disclosure:table": table,
    "disclosure:unexempt": exemption,
}  # fmt: skip

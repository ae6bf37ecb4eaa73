"""Parts are added, changed, moved and removed, and the item moves with them."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.files.sheets import FORMULA
from prongsai.foundations.records.versions import StalePage
from prongsai.registers.disclosure.actions import parts
from prongsai.registers.disclosure.actions.drafts import PartDraft
from prongsai.registers.disclosure.actions.refusals import (
    PartEmpty,
    TableProblems,
    TableTaken,
)
from prongsai.registers.disclosure.models import TableUpload
from prongsai.registers.disclosure.states import Approval, ItemState, PartKind
from tests.cast import NOW, make_user
from tests.disclosing import make_disclosure, write_text
from tests.editions import make_desk, proposed, publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TEXT = PartDraft(kind=PartKind.TEXT, keys=["strategy.goals"], body_th="<p>ใหม่</p>")


def test_add_makes_a_missing_item_a_draft():
    made = make_disclosure()

    part = write_text(made.item("o5"), by=made.analyst, keys=["strategy.goals"])

    assert made.item("o5").state == ItemState.DRAFT
    assert part.keys == ["strategy.goals"]


def test_add_is_the_accountable_persons_the_divisions_and_the_keepers():
    desk = make_desk()

    parts.add(desk.item, TEXT, by=desk.team.alice, at=NOW)
    parts.add(desk.item, TEXT, by=desk.team.head, at=NOW)
    with pytest.raises(PermissionDenied):
        parts.add(desk.item, TEXT, by=make_user(role=Role.OFFICER), at=NOW)

    assert desk.item.parts.count() == 3


def test_edit_refuses_a_stale_page_and_an_empty_part():
    desk = make_desk()
    part = desk.item.parts.get()
    empty = PartDraft(kind=PartKind.TEXT)

    with pytest.raises(StalePage):
        parts.edit(part, TEXT, version=9, by=desk.analyst, at=NOW)
    with pytest.raises(PartEmpty):
        parts.edit(part, empty, by=desk.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        parts.edit(part, TEXT, by=make_user(role=Role.OFFICER), at=NOW)

    assert desk.item.parts.get().version == 1


def test_edit_takes_the_mark_of_the_earlier_year_away():
    desk = make_desk()
    part = desk.item.parts.get()
    part.is_to_renew = True
    part.save()

    parts.edit(part, TEXT, by=desk.analyst, at=NOW)

    assert not desk.item.parts.get().is_to_renew


def test_edit_of_a_public_item_makes_the_next_version_a_draft():
    desk = make_desk()
    version = publish(desk)

    parts.edit(desk.item.parts.get(), TEXT, by=desk.analyst, at=NOW)

    assert (desk.item.state, desk.item.published) == (ItemState.DRAFT, version)


def test_edit_of_what_waits_makes_its_memo_void():
    desk = make_desk(approval=Approval.MEMO)
    memo = proposed(desk)

    parts.edit(desk.item.parts.get(), TEXT, by=desk.analyst, at=NOW)

    memo.refresh_from_db()
    assert (desk.item.state, memo.state) == (ItemState.DRAFT, "voided")


def test_remove_of_the_last_part_leaves_the_item_missing():
    desk = make_desk()

    with pytest.raises(PermissionDenied):
        parts.remove(desk.item.parts.get(), by=make_user(role=Role.OFFICER), at=NOW)
    parts.remove(desk.item.parts.get(), by=desk.analyst, at=NOW)

    assert desk.item.state == ItemState.MISSING


def test_move_changes_places_and_stops_at_the_ends():
    desk = make_desk()
    second = parts.add(desk.item, TEXT, by=desk.analyst, at=NOW)
    first = desk.item.parts.order_by("order")[0]

    parts.move(second, up=True, by=desk.analyst, at=NOW)
    parts.move(second, up=True, by=desk.analyst, at=NOW)

    assert list(desk.item.parts.order_by("order")) == [second, first]
    with pytest.raises(PermissionDenied):
        parts.move(first, up=True, by=make_user(role=Role.OFFICER), at=NOW)


def uploaded(desk, rows, by=None):
    received = TableUpload(
        file_name="ตาราง/ปี.xlsx", sha256="0" * 64, rows=len(rows) - 1,
        table=[[n, *row] for n, row in enumerate(rows)],
    )  # fmt: skip
    return parts.upload_table(desk.item, received, by=by or desk.analyst, at=NOW)


TABLE = PartDraft(kind=PartKind.TABLE, title_th="ตาราง", keys=["strategy.goals"])


def test_a_table_is_taken_over_once():
    desk = make_desk()
    upload = uploaded(desk, [["รายการ", "จำนวน"], ["=ก", "1"], ["ข"]])

    part = parts.take_table(upload, TABLE, by=desk.analyst, at=NOW)

    assert part.table["rows"] == [["=ก", "1"], ["ข", ""]]
    with pytest.raises(TableTaken):
        parts.take_table(upload, TABLE, by=desk.analyst, at=NOW)


def test_a_newer_table_takes_the_place_of_the_old_one():
    desk = make_desk()
    first = uploaded(desk, [["รายการ"], ["ก"]])
    part = parts.take_table(first, TABLE, by=desk.analyst, at=NOW)
    newer = uploaded(desk, [["รายการ"], ["ข"]])
    newer.part = part
    newer.save()

    again = parts.take_table(newer, TABLE, by=desk.analyst, at=NOW)

    assert (again.pk, again.table["rows"]) == (part.pk, [["ข"]])


def test_a_table_with_problems_or_of_somebody_else_is_refused():
    desk = make_desk()
    upload = uploaded(desk, [["รายการ", ""], [FORMULA, "1", "2"]])

    with pytest.raises(TableProblems):
        parts.take_table(upload, TABLE, by=desk.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        parts.take_table(upload, TABLE, by=desk.clerk, at=NOW)
    with pytest.raises(PermissionDenied):
        uploaded(desk, [["ก"], ["ข"]], by=make_user(role=Role.OFFICER))

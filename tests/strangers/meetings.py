"""Strangers at the pages of meetings: Alice's committee and circulars open nothing."""

from prongsai.foundations.organisations import tenancy
from prongsai.registers.meetings.actions import minuting
from prongsai.registers.meetings.actions.planning import ItemDraft, add_item
from tests.cast import NOW
from tests.gathering import (
    LATER,
    called,
    drafted,
    held,
    make_circle,
    minuted,
    planned,
    resolved,
    sent,
    written,
)

SECRETS = ["ความลับของคณะ", "เรื่องลับของอลิซ"]


def made(make, **more):
    """Return a case about the key of what somebody of Alice's office made."""

    def case(office):
        with tenancy.acting_for(office.pk):
            circle = make_circle(office, title=SECRETS[0])
            row = make(circle)
        return {"kwargs": {"pk": row.pk} | more, "secrets": SECRETS}

    return case


def without_key(make, *names):
    """Return a case about an address without a key; Charlie sends the key in a field."""

    def case(office):
        pk = made(make)(office)["kwargs"]["pk"]
        return {"data": dict.fromkeys(names, pk), "secrets": SECRETS}

    return case


def committee(circle):
    return circle.committee


def first_order(circle):
    return circle.committee.orders.get()


def seat(circle):
    return first_order(circle).members.first()


def item(circle):
    draft = ItemDraft(title=SECRETS[1])
    return add_item(planned(circle), draft, by=circle.secretary, at=NOW)


def held_item(circle):
    return held(circle, subject=SECRETS[1]).items.first()


def with_subject(make):
    return lambda circle: make(circle, subject=SECRETS[1])


def resolution(circle):
    return resolved(circle, text=SECRETS[1])


def done(circle):
    row = resolved(circle, text=SECRETS[1])
    minuting.hand_in(row.meeting, by=circle.secretary, at=LATER)
    return row


MEETING = with_subject(planned)
CALLED = with_subject(called)
HELD = with_subject(written)
MINUTED = with_subject(minuted)
DRAFTED = with_subject(drafted)
SENT = with_subject(sent)

CASES = {
    "meetings:meetings": without_key(MEETING),
    "meetings:meeting_new": without_key(committee, "committee"),
    "meetings:meeting": made(HELD),
    "meetings:meeting_change": made(MEETING),
    "meetings:meeting_call": made(MEETING),
    "meetings:meeting_put_off": made(CALLED),
    "meetings:meeting_cancel": made(CALLED),
    "meetings:meeting_roll": made(CALLED),
    "meetings:meeting_hand_in": made(HELD),
    "meetings:meeting_send_back": made(MINUTED),
    "meetings:meeting_adopt": made(MINUTED),
    "meetings:meeting_adopt_in": made(MINUTED),
    "meetings:meeting_paper": made(HELD, kind="minutes", ending="docx"),
    "meetings:item_new": made(MEETING),
    "meetings:item": made(item),
    "meetings:item_remove": made(item),
    "meetings:item_move": made(item, way="up"),
    "meetings:item_minutes": made(held_item),
    "meetings:resolution_new": made(held_item),
    "meetings:committees": without_key(committee),
    "meetings:committee_new": without_key(committee),
    "meetings:committee": made(committee),
    "meetings:committee_correct": made(committee),
    "meetings:committee_order": made(committee),
    "meetings:committee_dissolve": made(committee),
    "meetings:committee_annex": made(committee),
    "meetings:member_new": made(first_order),
    "meetings:member": made(seat),
    "meetings:member_end": made(seat),
    "meetings:resolutions": without_key(resolution),
    "meetings:resolution": made(resolution),
    "meetings:resolution_edit": made(resolution),
    "meetings:resolution_strike": made(resolution),
    "meetings:resolution_finish": made(done),
    "meetings:resolution_drop": made(done),
    "meetings:resolution_reopen": made(done),
    "meetings:circulars": without_key(SENT),
    "meetings:circular_new": without_key(SENT),
    "meetings:circular": made(SENT),
    "meetings:circular_edit": made(DRAFTED),
    "meetings:circular_send": made(DRAFTED),
    "meetings:circular_acknowledge": made(SENT),
    "meetings:circular_remind": made(SENT),
    "meetings:circular_close": made(SENT),
    "meetings:circular_withdraw": made(SENT),
    "meetings:circular_acknowledgements": made(SENT),
}

"""Alice's inbox, for the wall test."""

from prongsai.foundations.notifications import actions
from tests.cast import NOW, make_user

NUMBER = "อลิซ 4711/2569"


def told(office):
    alice = make_user(office=office)
    (notice,) = actions.notify(
        [alice],
        "approvals.your-turn",
        about=alice,
        url="/staff/",
        at=NOW,
        number=NUMBER,
    )
    return notice


def one(office):
    return {"kwargs": {"pk": told(office).pk}, "secrets": [NUMBER]}


def whole(office):
    told(office)
    return {"data": {"mail": "none", "language": "en"}, "secrets": [NUMBER]}


CASES = {
    "notifications:inbox": whole,
    "notifications:read_all": whole,
    "notifications:preferences": whole,
    "notifications:open": one,
    "notifications:read": one,
}

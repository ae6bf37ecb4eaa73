"""Alice's numbers, for the wall test."""

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.numbering import actions
from tests.cast import NOW, make_user

REASON = "เหตุผลของอลิซ"


def void(office):
    clerk = make_user(office=office, role=Role.CLERK)
    number = actions.take("alice.secret", by=clerk, at=NOW)
    actions.void(number, reason=REASON, by=clerk, at=NOW)
    return actions.take("alice.secret", by=clerk, at=NOW)


def whole(office):
    void(office)
    return {"data": {"year": "2568"}, "secrets": ["alice.secret", REASON]}


def one(office):
    number = void(office)
    return {
        "kwargs": {"pk": number.pk},
        "data": {"reason": "Charlie says so"},
        "secrets": ["alice.secret", REASON],
    }


CASES = {
    "numbering:register": whole,
    "numbering:number": one,
    "numbering:void": one,
}

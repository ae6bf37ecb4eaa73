"""Alice's history and its verifications, for the wall test."""

from prongsai.foundations.audit import actions
from tests.cast import NOW, make_user

NAME = "alice-of-the-other-office"


def line(office):
    alice = make_user(office=office, username=NAME)
    actions.record("test.deed", on=alice, by=alice, at=NOW, number="4711/2569")
    return alice


def whole(office):
    line(office)
    return {"data": {"q": "test"}, "secrets": [NAME, "4711/2569"]}


def one(office):
    asked = actions.ask(by=line(office), at=NOW)
    done = actions.finish(asked, by=None, at=NOW)
    return {"kwargs": {"pk": done.pk}, "secrets": [done.digest]}


def verify(office):
    line(office)
    return {"secrets": [NAME]}


CASES = {
    "audit:history": whole,
    "audit:verify": verify,
    "audit:verifications": whole,
    "audit:verification": one,
}

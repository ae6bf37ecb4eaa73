"""Alice's evidence, for the wall test; one of her divisions owns it."""

import hashlib

from prongsai.foundations.evidence import owners
from prongsai.foundations.evidence.models import Evidence, Kind
from prongsai.foundations.organisations.models import Division
from tests.cast import NOW, TODAY, make_division

TITLE = "หลักฐานของอลิซ"
KIND = "organisations.division"


def register():
    """Let divisions own evidence, each readable in its own office, as a register would."""

    def is_own(user, pk):
        rows = Division.objects.filter(organisation=user.organisation_id)
        return rows.filter(pk=pk).exists()

    owners.register(
        KIND,
        can_read=is_own,
        can_add=is_own,
        url_of=lambda pk: f"/staff/?division={pk}",
        title_of=lambda _pk: TITLE,
    )


def kept(office):
    register()
    division = make_division(office=office)
    return Evidence.objects.create(
        organisation=office,
        owner_kind=KIND,
        owner_pk=division.pk,
        kind=Kind.LINK,
        title=TITLE,
        start=TODAY,
        end=TODAY,
        url="https://alice.example/secret",
        digest=hashlib.sha256(b"alice").hexdigest(),
        collected_at=NOW,
    )


SECRETS = [TITLE, "alice.example"]
REASON = {"reason": "เพราะ"}


def one(office):
    return {"kwargs": {"pk": kept(office).pk}, "data": REASON, "secrets": SECRETS}


def replaced(office):
    found = one(office)
    found["kwargs"]["what"] = "link"
    return found


def whole(office):
    kept(office)
    return {"secrets": SECRETS}


def owned(office):
    return {
        "kwargs": {"kind": KIND, "pk": kept(office).owner_pk},
        "secrets": SECRETS,
    }


def added(office):
    found = owned(office)
    found["kwargs"]["what"] = "link"
    return found


CASES = {
    "gathered:index": whole,
    "gathered:add": owned,
    "gathered:add_one": added,
    "gathered:evidence": one,
    "gathered:check": one,
    "gathered:replace": replaced,
    "gathered:withdraw": one,
}

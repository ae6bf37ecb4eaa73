"""Replacing and withdrawing need a reason, and nothing disappears."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.evidence import gathering, queries
from prongsai.foundations.evidence.models import Evidence
from prongsai.foundations.evidence.refusals import (
    NoLongerStands,
    ReasonMissing,
    UnfitReplacement,
)
from tests.cast import NOW, make_division, make_user
from tests.prongsai.foundations.evidence.gathering_cast import make_file, registered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def registers():
    with registered():
        yield


def make_two():
    alice, division = make_user(), make_division()
    old, new = make_file(division, alice), make_file(division, alice, title="ฉบับใหม่")
    return alice, division, old, new


def test_the_replaced_one_stays_with_reason_and_person():
    alice, division, old, new = make_two()

    gathering.replace(old, new, reason=" สแกนไม่ชัด ", by=alice, at=NOW)

    old.refresh_from_db()
    assert (old.replaced_with, old.replaced_by, old.replaced_at) == (new, alice, NOW)
    assert old.replaced_because == "สแกนไม่ชัด"
    assert list(queries.gathered(division)) == [new]
    assert Event.objects.get(verb="evidence.replaced").facts["new"] == new.pk


def test_replacing_without_a_reason_is_refused():
    alice, _division, old, new = make_two()

    with pytest.raises(ReasonMissing):
        gathering.replace(old, new, reason=" ", by=alice, at=NOW)


def test_only_who_may_add_may_replace_or_withdraw():
    _alice, _division, old, new = make_two()
    auditor = make_user(role=Role.AUDITOR)

    with pytest.raises(PermissionDenied):
        gathering.replace(old, new, reason="เพราะ", by=auditor, at=NOW)
    with pytest.raises(PermissionDenied):
        gathering.withdraw(old, reason="เพราะ", by=auditor, at=NOW)


@pytest.mark.parametrize("which", ["itself", "elsewhere", "withdrawn", "taken"])
def test_what_cannot_stand_in_is_refused(which):
    alice, division, old, new = make_two()
    if which == "itself":
        new = old
    elif which == "elsewhere":
        new = make_file(make_division(), alice)
    elif which == "withdrawn":
        gathering.withdraw(new, reason="เพราะ", by=alice, at=NOW)
    else:
        third = make_file(division, alice)
        gathering.replace(third, new, reason="เพราะ", by=alice, at=NOW)

    with pytest.raises(UnfitReplacement):
        gathering.replace(old, new, reason="เพราะ", by=alice, at=NOW)


def test_withdrawn_evidence_no_longer_counts_and_says_why():
    alice, division, old, _new = make_two()

    gathering.withdraw(old, reason="ผิดรายการ", by=alice, at=NOW)

    row = Evidence.objects.get(pk=old.pk)
    assert (row.withdrawn_because, row.withdrawn_by) == ("ผิดรายการ", alice)
    assert old not in queries.gathered(division)
    assert Event.objects.filter(verb="evidence.withdrawn").exists()


def test_withdrawing_needs_a_reason_and_happens_once():
    alice, _division, old, new = make_two()

    with pytest.raises(ReasonMissing):
        gathering.withdraw(old, reason="", by=alice, at=NOW)
    gathering.withdraw(old, reason="ผิดรายการ", by=alice, at=NOW)
    with pytest.raises(NoLongerStands):
        gathering.withdraw(old, reason="อีกครั้ง", by=alice, at=NOW)
    with pytest.raises(NoLongerStands):
        gathering.replace(old, new, reason="อีกครั้ง", by=alice, at=NOW)

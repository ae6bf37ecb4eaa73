"""Duties, channels and places: entered, corrected, taken out and kept."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from prongsai.foundations.records.versions import StalePage
from prongsai.registers.directory.actions import entries, refusals
from prongsai.registers.directory.models import Channel, Duty, Landmark
from prongsai.registers.directory.queries import directory as queries
from tests.cast import NOW, make_user
from tests.chairs import make_channel, make_duty, make_keeper

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_duty_is_corrected_and_taken_out_but_stays():
    by = make_keeper()
    duty = make_duty(by)

    entries.edit(duty, {"title_th": "ภาษีที่ดิน"}, version=1, by=by, at=NOW)
    entries.retire(duty, by=by, at=NOW)

    assert not queries.duties().exists()
    assert Duty.objects.get().title_th == "ภาษีที่ดิน"
    with pytest.raises(refusals.EntryRetired):
        entries.retire(duty, by=by, at=NOW)


def test_a_stale_page_corrects_nothing():
    by = make_keeper()
    duty = make_duty(by)

    with pytest.raises(StalePage):
        entries.edit(duty, {"title_th": "x"}, version=9, by=by, at=NOW)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Duty, {"title_th": "ไม่มีเจ้าของ"}),
        (Channel, {"kind": "line", "label_th": "ไม่มีที่ไป"}),
        (Landmark, {"name_th": "นอกโลก", "latitude": 91, "longitude": 0}),
    ],
)
def test_the_database_refuses_what_leads_nowhere(kind, values):
    by = make_keeper()

    with pytest.raises(IntegrityError), transaction.atomic():
        entries.add(kind, values, by=by, at=NOW)


def test_others_write_no_entry():
    by, other = make_keeper(), make_user()
    channel = make_channel(by)

    with pytest.raises(PermissionDenied):
        make_channel(other)
    with pytest.raises(PermissionDenied):
        entries.edit(channel, {}, version=1, by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        entries.retire(channel, by=other, at=NOW)

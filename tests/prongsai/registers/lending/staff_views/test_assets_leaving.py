"""The pages about what is missing and what left the register."""

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.actions import disposals, missing
from prongsai.registers.lending.models.disposals import Disposal
from prongsai.registers.lending.states.assets import AssetState, DisposalHow
from tests.cast import NOW, TODAY, client_of, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def disposed():
    approval = disposals.Approval(
        how=DisposalHow.SOLD,
        quantity=1,
        memo_number="ทส 1/2569",
        memo_date=TODAY,
        on=TODAY,
    )
    by = keeper_of_the_register()
    return disposals.strike_off(make_asset(), approval, by=by, at=NOW)


@pytest.mark.parametrize("name", ["found", "lost"])
def test_what_is_missing_is_found_or_lost(name):
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()
    missing.report_missing(asset, missing.Loss(quantity=1), by=alice, at=NOW)

    answer = client_of(alice).post(
        reverse(f"lending:asset_{name}", args=[asset.pk]),
        {"quantity": "1", "note": "สอบแล้ว"},
    )

    asset.refresh_from_db()
    expected = AssetState.IN_USE if name == "found" else AssetState.FACT_FINDING
    assert (answer.status_code, asset.state) == (302, expected)


def test_too_many_are_refused_in_words():
    make_office()
    asset = make_asset()

    answer = client_of(keeper_of_the_register()).post(
        reverse("lending:asset_missing", args=[asset.pk]),
        {"quantity": "9", "note": "x"},
    )

    assert answer.status_code == 409
    assert "มีอยู่เพียง 1" in answer.text


def test_the_list_says_whom_the_audit_office_does_not_know_of():
    make_office()
    disposal = disposed()

    page = client_of(keeper_of_the_register()).get(reverse("lending:disposals"))

    assert reverse("lending:disposal_tell", args=[disposal.pk]) in page.text


def test_the_letter_is_entered():
    make_office()
    disposal = disposed()

    answer = client_of(keeper_of_the_register()).post(
        reverse("lending:disposal_tell", args=[disposal.pk]),
        {"letter": "ทส 5", "on": "๒๐ พ.ย. ๒๕๖๘"},
    )

    assert answer.headers["Location"] == reverse("lending:disposals")
    assert Disposal.objects.get().told_letter == "ทส 5"


def test_readers_cannot_enter_letters():
    make_office()
    disposal = disposed()
    auditor = client_of(make_user(role=Role.AUDITOR))

    page = auditor.get(reverse("lending:disposals"))
    refused = auditor.post(reverse("lending:disposal_tell", args=[disposal.pk]))

    assert disposal.memo_number in page.text
    assert refused.status_code == 403

"""Three captions the law tells apart."""

from datetime import date

import pytest

from prongsai.foundations.accounts.models import ActingKind
from prongsai.foundations.approvals.captions import caption_of
from prongsai.foundations.approvals.models import Step


@pytest.mark.parametrize(
    ("kind", "caption"),
    [
        (ActingKind.ACTING, "รักษาราชการแทน นายกเทศมนตรี"),
        (ActingKind.ON_BEHALF, "ปฏิบัติราชการแทน นายกเทศมนตรี"),
        (ActingKind.IN_POSITION, "รักษาการในตำแหน่ง นายกเทศมนตรี"),
    ],
)
def test_each_kind_has_its_own_caption_and_the_order(kind, caption):
    step = Step(
        capacity=kind,
        own_title="ปลัดเทศบาล",
        capacity_title="นายกเทศมนตรี",
        order_number="5/2569",
        order_date=date(2025, 10, 8),
    )

    assert caption_of(step) == [
        "ปลัดเทศบาล", caption, "คำสั่งที่ 5/2569 ลงวันที่ 8 ตุลาคม 2568",
    ]  # fmt: skip


def test_an_own_post_needs_no_caption():
    assert caption_of(Step(capacity="own", capacity_title="ปลัด")) == ["ปลัด"]


def test_nobody_has_signed_yet():
    assert caption_of(Step()) == []

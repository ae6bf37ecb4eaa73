"""Titles come from data, for every type of office, in both languages."""

import pytest

from prongsai.foundations.accounts.models import ActingKind
from prongsai.foundations.organisations.models import OfficeType
from prongsai.foundations.organisations.titles import caption, titles_of


@pytest.mark.parametrize("kind", OfficeType)
def test_every_type_of_office_has_all_its_words(kind):
    words = titles_of(kind)

    terms = [
        words.head, words.deputy_head, words.clerk, words.central_office,
        words.council, words.local_law,
        *(d.name for d in words.divisions), *(d.head for d in words.divisions),
    ]  # fmt: skip
    assert all(t.th and t.en and t.source for t in terms)
    assert {t.confidence for t in terms} <= {"high", "medium", "low"}
    assert len({d.code for d in words.divisions}) == len(words.divisions)
    assert words.divisions[0].name == words.central_office


@pytest.mark.parametrize(
    ("kind", "head", "law"),
    [
        ("subdistrict", "นายกองค์การบริหารส่วนตำบล", "ข้อบัญญัติองค์การบริหารส่วนตำบล"),
        ("town", "นายกเทศมนตรี", "เทศบัญญัติ"),
        ("province", "นายกองค์การบริหารส่วนจังหวัด", "ข้อบัญญัติองค์การบริหารส่วนจังหวัด"),
    ],
)
def test_the_head_and_the_law_are_those_of_the_type(kind, head, law):
    words = titles_of(OfficeType(kind))

    assert (words.head.th, words.local_law.th) == (head, law)


@pytest.mark.parametrize("kind", ActingKind)
def test_every_kind_of_order_has_its_caption(kind):
    assert caption(kind.value, "th").startswith(("รักษา", "ปฏิบัติ"))
    assert caption(kind.value, "en").endswith(": ")

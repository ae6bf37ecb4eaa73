"""Seal, place, own account and the last update, as the shells show them."""

from datetime import UTC, datetime

import pytest
from django.template import engines
from django.utils import translation

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import OfficeType
from prongsai.foundations.publications import actions as publications
from tests.cast import NOW, client_of, make_acting, make_office, make_user

pytestmark = pytest.mark.django_db


def draw(code: str, language: str = "th", **context: object) -> str:
    with translation.override(language):
        return engines["django"].from_string("{% load shell %}" + code).render(context)


def test_every_kind_of_office_has_letters_for_its_seal():
    offices = [make_office(type=kind) for kind in OfficeType]

    thai = [draw("{% seal_letters office %}", office=office) for office in offices]
    english = [
        draw("{% seal_letters office %}", "en", office=office) for office in offices
    ]

    assert thai == ["อบต.", "ทต.", "ทม.", "ทน.", "อบจ."]
    assert english == ["SAO", "SM", "TM", "CM", "PAO"]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({}, ""),
        ({"province": "สมมติ"}, "จังหวัดสมมติ"),
        ({"amphoe": "เมือง", "province": "สมมติ"}, "อำเภอเมือง จังหวัดสมมติ"),
    ],
)
def test_place_says_what_is_known(fields, place):
    office = make_office(**fields)

    assert draw("{% place_of office %}", office=office) == place
    assert draw("{% place_of office %}", "en", office=office) == ""


def test_nothing_breaks_where_there_is_no_office():
    assert draw("{% seal_letters office %}{% place_of office %}", office=None) == ""


def test_a_page_that_is_not_installed_has_no_address():
    assert draw('{% path_to "no_such_page" %}') == ""
    assert draw('{% path_to "staff_home" %}') == "/staff/"


def test_who_acts_for_another_reads_by_which_right():
    user = make_user(role=Role.OFFICER)
    make_acting(
        user,
        role=Role.CLERK,
        title_th="ปลัดทดลอง",
        starts_on=datetime(2020, 1, 1, tzinfo=UTC).date(),
        ends_on=datetime(2099, 1, 1, tzinfo=UTC).date(),
    )

    text = client_of(user).get("/staff/").content.decode()

    assert "ปลัดทดลอง" in text
    assert str(user.acting.get().get_kind_display()) in text


def test_the_footer_tells_the_last_publication_of_this_office_only():
    mine, other = make_office(), make_office()
    for office, at in ((mine, NOW), (other, NOW.replace(year=NOW.year + 1))):
        with tenancy.acting_for(office.pk):
            publications.publish(
                address="x/1",
                title_th="เรื่อง",
                title_en="Thing",
                content={"tables": []},
                by=make_user(office=office),
                at=at,
            )

    with tenancy.acting_for(mine.pk):
        drawn = draw("{% last_update as at %}{{ at.year }}")

    assert drawn == str(NOW.year)


def test_a_page_may_say_itself_when_it_was_updated():
    make_office()

    assert draw("{% last_update as at %}{{ at }}", updated="today") == "today"

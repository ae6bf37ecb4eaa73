"""What the published directory satisfies, and honest reasons for what it does not."""

import pytest

from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications.supplying import Asked
from prongsai.ita.frameworks import loader
from prongsai.ita.thai.periods import Span
from prongsai.registers.directory.disclosures import SUPPLIES
from prongsai.registers.directory.models import Branch, SeatKind
from tests.cast import TODAY, client_of, make_division, make_office
from tests.chairs import (
    make_channel,
    make_keeper,
    make_person,
    make_seat,
    make_term,
    publish,
    put_photo,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ASKED = Asked(year=2569, data_year=2569, period=Span(start=TODAY, end=TODAY), on=TODAY)


def supplied():
    found = {supply.key: supply.run(ASKED) for supply in SUPPLIES}
    for supply in SUPPLIES:
        one = found[supply.key]
        assert one.present | one.missing.keys() == supply.keys
        assert not one.present & one.missing.keys()
    return found


@pytest.mark.parametrize("year", [2567, 2568, 2569])
def test_the_keys_are_those_of_the_frameworks(year):
    starts = ("organisation.", "executives.", "contact.")
    items = loader.load(year).items or ()

    asked = {
        element.key
        for item in items
        for element in item.elements or ()
        if element.key.startswith(starts)
    }

    offered = {key for supply in SUPPLIES for key in supply.keys}
    assert asked <= offered


def test_nothing_published_supplies_nothing():
    make_term(make_keeper())

    found = supplied()

    assert all(not one.present for one in found.values())


def test_a_whole_directory_supplies_everything():
    make_office(
        address_th="99 หมู่ 9", phones="0 0000 0000", email="a@example.org",
        latitude="12.5", longitude="100.5",
    )  # fmt: skip
    by = make_keeper()
    make_division()
    clerk = {"branch": Branch.PERMANENT, "kind": SeatKind.CLERK, "title_th": "ปลัด"}
    for n, seat in enumerate((make_seat(by), make_seat(by, **clerk))):
        holder = make_person(by, first_name=f"คนที่{n}", phone="0 0000 0001")
        make_term(by, seat=seat, holder=put_photo(by, holder))
    make_channel(by)
    publish(by)

    found = supplied()

    missing = {key for one in found.values() for key in one.missing}
    assert missing == {"organisation.powers"}
    assert found["directory.contact"].address == "people/directory"
    (table,) = found["directory.executives"].tables
    photos = [str(row[-1]) for row in table["rows"]]
    assert all(one.startswith("/people/directory/v1/files/") for one in photos)
    for one in photos:
        photo = client_of(None).get(one)
        assert photo.status_code == 200
        assert b"".join(photo)


def test_a_missing_photo_names_the_position_and_the_other_side_is_told():
    by = make_keeper()
    make_term(by)
    publish(by)

    missing = supplied()["directory.executives"].missing

    assert "นายกสมมติ" in missing["executives.photo"].th
    assert missing["executives.both_branches"].th.endswith("ฝ่ายประจำ")


def test_a_telephone_is_no_two_way_channel_of_the_web():
    by = make_keeper()
    make_term(by)
    make_channel(by, kind="phone", value="0 0000 0000", is_two_way=True)
    publish(by)

    found = supplied()["directory.contact"]

    assert "contact.telephone" in found.present
    assert "contact.inquiry_channel" in found.missing


def test_only_the_published_office_data_count():
    by = make_keeper()
    make_term(by)
    publish(by)
    Organisation.objects.filter(pk=by.organisation_id).update(email="b@example.org")

    assert "contact.email" in supplied()["directory.contact"].missing


def test_every_page_a_supply_names_opens():
    by = make_keeper()
    make_term(by, seat=make_seat(by), holder=make_person(by, first_name="หนึ่ง"))
    publish(by)
    client = client_of(None)

    pages = [page for one in supplied().values() for page in one.pages]

    assert {page.path for page in pages} >= {"/people/", "/people/structure/"}
    assert {client.get(page.path).status_code for page in pages} == {200}

"""Labels, exports, and the way of a file into the register, through the pages."""

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.imports import AssetImport
from tests.cast import client_of, make_division, make_office, make_user
from tests.prongsai.foundations.files.sheet_files import csv_file
from tests.prongsai.registers.lending.imports.files import HEADS
from tests.shelf import keeper_of_the_register, make_asset, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

UPLOAD = reverse("lending:asset_upload")


@pytest.fixture
def client():
    make_office()
    make_group(code="416")
    make_division(code="finance")
    return client_of(keeper_of_the_register())


def brought(client, *codes, group="416"):
    lines = [",".join(HEADS)]
    lines += [f"{code},เต็นท์,{group},หลัง,finance" for code in codes]
    return client.post(UPLOAD, {"file": csv_file("\n".join(lines))})


def test_a_good_file_is_shown_and_nothing_is_written(client):
    page = client.get(brought(client, "A", "B").url)

    assert page.context["checked"].is_fine
    assert not Asset.objects.exists()


def test_a_good_file_is_taken_over_when_somebody_says_yes(client):
    uploaded = brought(client, "A", "B")

    answer = client.post(f"{uploaded.url}confirm/")

    assert answer.url == reverse("lending:assets")
    assert Asset.objects.count() == 2
    assert client.get(uploaded.url).context["is_over"]


def test_a_bad_file_names_row_and_column_and_cannot_be_taken_over(client):
    uploaded = brought(client, "A", "A", group="999")

    page = client.get(uploaded.url)
    client.post(f"{uploaded.url}confirm/")

    assert "999" in page.text
    assert not page.context["checked"].is_fine
    assert f"{uploaded.url}confirm/" not in page.text
    assert not Asset.objects.exists()


def test_a_file_can_be_thrown_away(client):
    client.post(f"{brought(client, 'A').url}discard/")

    assert not AssetImport.objects.exists()


@pytest.mark.parametrize(
    "content", ["", "a\x00b", ",".join(HEADS)], ids=["empty", "bytes", "no rows"]
)
def test_what_is_no_list_comes_back_with_a_sentence(client, content):
    answer = client.post(UPLOAD, {"file": csv_file(content)})

    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]
    assert not AssetImport.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_register_is_exported_as_it_is_brought_in(client, kind):
    make_asset(code="416-69-0001")

    answer = client.get(reverse(f"lending:asset_export_{kind}"))

    assert answer.headers["Content-Disposition"].endswith(f'register.{kind}"')
    assert len(answer.content) > 100


def test_the_template_is_a_workbook(client):
    answer = client.get(reverse("lending:asset_template"))

    assert answer.content[:2] == b"PK"


def test_labels_are_made_for_what_was_filtered(client):
    make_asset(code="A")
    make_asset(code="B")

    page = client.get(reverse("lending:labels"), {"q": "A"})
    answer = client.get(reverse("lending:labels_file"), {"q": "A", "first": "๒๔"})

    assert page.context["count"] == 1
    assert answer.content[:5] == b"%PDF-"


@pytest.mark.parametrize("query", [{"first": "25"}, {"q": "nothing", "first": "1"}])
def test_labels_that_make_no_sense_are_refused(client, query):
    make_asset()

    assert client.get(reverse("lending:labels_file"), query).status_code == 422


@pytest.mark.parametrize("role", [r for r in Role if r != Role.SUPPLY_OFFICER])
def test_only_the_supply_officer_brings_files_in(client, role):
    uploaded = brought(client, "A").url
    other = client_of(make_user(role=role))

    assert other.get(UPLOAD).status_code == 403
    assert other.get(reverse("lending:asset_template")).status_code == 403
    for address in (uploaded, f"{uploaded}confirm/", f"{uploaded}discard/"):
        assert other.post(address).status_code in {404, 405}

"""What is exported can be brought in again and is the same register."""

import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from prongsai.foundations.files.sheets import read
from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.lending.exports.assets import register_file, template_file
from prongsai.registers.lending.imports.checking import check
from prongsai.registers.lending.imports.columns import COLUMNS, headings, limits
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.states.assets import (
    AcquiredHow,
    AssetKind,
    Condition,
    Fund,
)
from tests.cast import TODAY, make_division, make_office, make_user
from tests.shelf import make_asset, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LETTERS = "กขคงจฉนมรสaBz019๑๒ -/.,;\"'=+@()"


def words(most):
    """Texts a person may have typed; a leading apostrophe marks a text in CSV."""
    texts = st.text(LETTERS, min_size=1, max_size=most)
    tidy = texts.map(lambda text: " ".join(text.split())).filter(bool)
    return tidy.filter(lambda text: not text.startswith("'"))


ASSETS = st.fixed_dictionaries(
    {
        "code": words(20),
        "name_th": words(40),
        "name_en": st.just("") | words(40),
        "serial": st.just("") | words(20),
        "unit": words(10),
        "kind": st.sampled_from(AssetKind),
        "quantity": st.integers(1, 1_000_000),
        "acquired_how": st.just("") | st.sampled_from(AcquiredHow),
        "acquired_on": st.none() | st.dates(TODAY.replace(year=1950), TODAY),
        "unit_price": st.none()
        | st.decimals(0, Decimal("999999999.99"), places=2, allow_nan=False),
        "fund": st.just("") | st.sampled_from(Fund),
        "useful_life": st.none() | st.integers(1, 100),
        "place": st.just("") | words(40),
        "condition": st.sampled_from(Condition),
        "internal_borrowable": st.booleans(),
        "public_borrowable": st.booleans(),
        "notes": st.just("") | words(80),
    }
)


@pytest.fixture
def shelf():
    make_office()
    return {
        "group": make_group(),
        "division": make_division(),
        "keeper": make_user(),
    }


def brought_in(content, kind):
    name = f"register.{kind}"
    upload = SimpleUploadedFile(name, content)
    return check(AssetImport.holding(read(upload, name=name, limits=limits(on=TODAY))))


def said(asset):
    return {key: getattr(asset, key) for key in headings()}


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=ASSETS)
def test_the_register_survives_the_way_out_and_in(shelf, kind, language, facts):
    asset = Asset(**facts, **shelf)

    with translation.override(language):
        found = brought_in(register_file([asset], kind=kind), kind)

    assert found.problems == []
    assert said(found.assets[0]) == said(asset)


def test_the_template_is_read_as_it_stands(shelf):
    content = template_file(queries.groups(), divisions())

    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]

    assert [COLUMNS.key_of(head) for head in heads] == list(headings())


def test_the_template_offers_the_words_and_names_groups_and_divisions(shelf):
    content = template_file(queries.groups(), divisions())

    book = load_workbook(io.BytesIO(content))
    texts = {cell.value for row in book.worksheets[1].iter_rows() for cell in row}

    assert len(book.worksheets[0].data_validations.dataValidation) == 6
    assert {shelf["group"].code, shelf["division"].code} <= texts


def test_a_text_that_a_spreadsheet_would_run_is_quoted():
    make_office()
    make_asset(name_th="=cmd()")

    content = register_file(Asset.objects.all(), kind="csv").decode("utf-8-sig")

    assert ",'=cmd()," in content

"""Values as our pages write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

MOMENT = datetime(2025, 10, 7, 18, 5, tzinfo=UTC)  # already the 8th in Bangkok


def write(value, name, language="th"):
    with translation.override(language):
        return Template(f"{{{{ value|{name} }}}}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("value", "name", "thai", "english"),
    [
        (date(2025, 10, 8), "thai_date", "8 ต.ค. 2568", "8 Oct 2568"),
        (MOMENT, "thai_date", "8 ต.ค. 2568", "8 Oct 2568"),
        (MOMENT, "thai_datetime", "8 ต.ค. 2568 01:05 น.", "8 Oct 2568 01:05"),
        (date(2025, 10, 8), "thai_datetime", "8 ต.ค. 2568", "8 Oct 2568"),
        (Decimal("1200.5"), "money", "1,200.50", "1,200.50"),
        (0, "money", "0.00", "0.00"),
        ("1234567890121", "masked_id", "x-xxxx-xxxxx-12-1", "x-xxxx-xxxxx-12-1"),
        (999, "file_size", "999 ไบต์", "999 bytes"),
        (2_400_000, "file_size", "2.4 MB", "2.4 MB"),
        (1_000, "file_size", "1.0 KB", "1.0 KB"),
        (5 * 10**13, "file_size", "50000.0 GB", "50000.0 GB"),
    ],
)
def test_a_value_is_written_in_both_languages(value, name, thai, english):
    assert write(value, name) == thai
    assert write(value, name, "en") == english


@pytest.mark.parametrize(
    "name", ["thai_date", "thai_datetime", "money", "masked_id", "file_size"]
)
@pytest.mark.parametrize("value", [None, ""])
def test_no_value_is_written_as_nothing(value, name):
    assert write(value, name) == ""


@pytest.mark.parametrize("value", ["x", "NaN", [], {}, float("inf")])
def test_what_is_no_amount_is_written_as_nothing(value):
    assert write(value, "money") == ""

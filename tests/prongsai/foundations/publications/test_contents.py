"""A document is plain, and its digest is the same wherever it is computed."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.foundations.publications import contents
from prongsai.foundations.publications.contents import BadDocument

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=10,
)


@given(PLAIN)
def test_the_digest_survives_a_trip_through_json(value):
    back = json.loads(json.dumps(value, indent=2, ensure_ascii=True))

    assert contents.digest_of(back) == contents.digest_of(value)


@given(PLAIN, PLAIN)
def test_another_document_has_another_digest(one, other):
    is_same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)

    assert (contents.digest_of(one) == contents.digest_of(other)) == is_same


def test_decimals_and_days_become_text():
    found = contents.plain({"a": Decimal("1.50"), "b": date(2025, 1, 2), "c": (1,)})

    assert found == {"a": "1.50", "b": "2025-01-02", "c": [1]}


@pytest.mark.parametrize(
    "value",
    [1.5, object(), {1: "x"}, "\0", "\ud800", {"a": [{"b": {2}}]}, Decimal("NaN")],
)
def test_what_engines_would_store_differently_is_refused(value):
    with pytest.raises(BadDocument):
        contents.plain(value)


@pytest.mark.parametrize(
    "tables",
    [
        {},
        [1],
        [{"key": "A B", "columns": [], "rows": []}],
        [{"key": "a", "columns": [1], "rows": []}],
        [{"key": "a", "columns": [{}], "rows": [[]]}],
        [{"key": "a", "columns": [{}], "rows": ["x"]}],
        [{"key": "a", "columns": [], "rows": []}] * 2,
    ],
)
def test_a_table_that_is_none_is_refused(tables):
    with pytest.raises(BadDocument):
        contents.checked_content({"tables": tables})


def test_tables_speak_the_readers_language_and_fall_back_to_thai():
    content = contents.checked_content(
        {
            "tables": [
                {
                    "key": "t",
                    "title_th": "ตาราง",
                    "columns": [{"key": "c", "label_th": "ช่อง", "label_en": "Cell"}],
                    "rows": [[{"th": "ก", "en": "a"}], [None]],
                }
            ]
        }
    )

    (thai,), (english,) = (contents.tables_of(content, x) for x in ("th", "en"))

    assert (thai.title, thai.columns[0].label, thai.rows) == (
        "ตาราง",
        "ช่อง",
        (("ก",), ("",)),
    )
    assert (english.title, english.columns[0].label) == ("ตาราง", "Cell")
    assert english.rows == (("a",), ("",))

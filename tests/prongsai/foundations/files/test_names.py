"""Names: Thai stays whole, tricks go, nothing is too long for any disk."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.foundations.files.names import MAX_BYTES, clean_name, ending_of


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("คำขอยืมเต็นท์ งานประจำปี ๒๕๖๙.pdf", "คำขอยืมเต็นท์ งานประจำปี ๒๕๖๙.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\ภาพ.JPG", "ภาพ.jpg"),
        ("a/b\\c.pdf", "c.pdf"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\u2066b\u2069c.pdf", "abc.pdf"),
        ("a\x00b\nc\td.pdf", "ab c d.pdf"),
        ('a"b;c%d.pdf', "a_b_c_d.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("lpt1.jpg", "_lpt1.jpg"),
        (".htaccess", "htaccess"),
        ("...", "file"),
        ("", "file"),
        ("   .pdf", "pdf"),
        ("a.tar.gz", "a.tar.gz"),
    ],
)
def test_clean_name(raw, clean):
    assert clean_name(raw) == clean


def test_a_long_thai_name_is_cut_between_letters():
    name = clean_name("กิ่" * 100 + ".pdf")

    assert name.endswith("กิ่.pdf")
    assert len(name.encode()) <= MAX_BYTES


@given(st.text(max_size=400))
def test_any_name_becomes_a_harmless_one(raw):
    name = clean_name(raw)

    assert 0 < len(name.encode()) <= MAX_BYTES
    assert not set(name) & set('/\\:*?"<>|%#;')
    assert name == name.strip(" .")
    assert all(unicodedata.category(c) not in {"Cc", "Cf", "Cs"} for c in name)
    assert clean_name(name) == name


def test_ending_of_says_how_a_name_ends():
    assert (ending_of("ก.pdf"), ending_of("ก"), ending_of("a.b.Xlsx")) == (
        ".pdf",
        "",
        ".xlsx",
    )

"""A file is what its bytes are: opened, unpacked, read, within limits."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from prongsai.foundations.files.checking import format_of
from prongsai.foundations.files.errors import (
    DamagedUpload,
    FileRefused,
    HoldsProgram,
    NameDisagrees,
    TooManyPixels,
    UnpacksTooLarge,
    WrongKind,
)
from prongsai.foundations.files.kinds import KINDS, formats_of
from prongsai.foundations.files.rules import MEGABYTE, FileRules
from tests.prongsai.foundations.files.samples import PDF, package, picture, upload

ANY = FileRules(types=tuple(sorted(KINDS)), max_bytes=20 * MEGABYTE)


def check(name, content, rules=ANY) -> str:
    return format_of(upload(name, content), name=name, rules=rules).code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jpg", picture(), "jpeg"),
        ("a.jpeg", picture(), "jpeg"),
        ("a.png", picture(code="png"), "png"),
        ("a.webp", picture(code="webp"), "webp"),
        ("a.pdf", PDF, "pdf"),
        ("a.docx", package(), "docx"),
        ("a.xlsx", package("xl/workbook.xml"), "xlsx"),
        ("a.csv", "ชื่อ,จำนวน\nเต็นท์,2\n".encode(), "csv"),
        ("a.csv", "\ufeffชื่อ\n".encode(), "csv"),
        ("a.csv", "ชื่อ\n".encode("cp874"), "csv"),
        ("a.txt", "บันทึก".encode(), "text"),
        ("a.md", "# บันทึก".encode(), "text"),
        ("a.html", "<p>บันทึก</p>".encode(), "html"),
    ],
)
def test_honest_files_come_in(name, content, code):
    assert check(name, content) == code


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.jpg", picture()[:200], DamagedUpload),
        ("a.png", picture(code="png")[:60], DamagedUpload),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"x" * 500, DamagedUpload),
        ("a.pdf", b"%PDF-1.7 and nothing else", DamagedUpload),
        ("a.pdf", b"%PDF-x.y" + PDF, DamagedUpload),
        ("a.pdf", b"\n" + PDF, NameDisagrees),
        ("a.docx", package("xl/workbook.xml"), NameDisagrees),
        ("a.docx", package("other.xml"), WrongKind),
        ("a.docx", package()[:-30], WrongKind),
        ("a.docm", package(), NameDisagrees),
        ("a.txt", b"text\x00with nothing", WrongKind),
        ("a.txt", b"begins as text" * 1000 + b"\x01", DamagedUpload),
        ("a.csv", b"neither \xff\xfe nor", DamagedUpload),
        ("a.gif", b"GIF89a" + b"\x00" * 40, WrongKind),
        ("a.zip", package("x/y.xml"), WrongKind),
        ("a.svg", b"<svg onload='alert(1)'/>", NameDisagrees),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, WrongKind),
    ],
)
def test_lying_and_damaged_files_do_not(name, content, error):
    with pytest.raises(error):
        check(name, content)


def test_a_page_of_html_comes_in_only_where_it_is_asked_for():
    rules = FileRules(types=tuple(sorted(KINDS - {"html"})))

    with pytest.raises(WrongKind):
        check("a.html", b"<script>alert(1)</script>", rules)


def test_a_document_with_macros_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr("[Content_Types].xml", "")
        zipped.writestr("word/document.xml", "")
        zipped.writestr("word/vbaProject.bin", b"x")

    with pytest.raises(HoldsProgram):
        check("a.docx", out.getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = package(word__media=b"\x00" * (30 * MEGABYTE))

    assert len(bomb) < MEGABYTE
    with pytest.raises(UnpacksTooLarge):
        check("a.docx", bomb)


def test_a_package_of_very_many_parts_is_refused():
    many = package(**{f"part{n}": b"" for n in range(5001)})

    with pytest.raises(UnpacksTooLarge):
        check("a.docx", many)


def test_a_package_whose_checksum_is_wrong_is_damaged():
    content = bytearray(package(word__x=b"content" * 50))
    at = content.index(b"<document/>") if b"<document/>" in content else 60
    content[at] ^= 255

    with pytest.raises((DamagedUpload, WrongKind)):
        check("a.docx", bytes(content))


def test_a_picture_of_too_many_pixels_is_refused_unopened():
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    png = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(head))
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
    )

    with pytest.raises(TooManyPixels):
        check("a.png", png + struct.pack(">I", 0) + b"IDAT" + b"\x00" * 100)


def test_a_large_but_honest_picture_is_refused_by_its_pixels():
    out = io.BytesIO()
    Image.new("1", (8000, 7000)).save(out, format="png")

    with pytest.raises(TooManyPixels):
        check("a.png", out.getvalue())


def test_a_kind_that_is_not_asked_for_is_refused_by_name():
    with pytest.raises(WrongKind) as refused:
        check("a.pdf", PDF, rules=FileRules(types=("image",)))

    assert refused.value.facts["found"] == "PDF"
    assert "JPEG" in str(refused.value.facts["allowed"])


def test_an_unknown_kind_in_the_rules_is_our_mistake():
    with pytest.raises(ValueError, match="movie"):
        formats_of(("movie",))


@given(
    content=st.sampled_from(
        [picture(), picture(code="png"), picture(code="webp"), PDF, package()]
    ),
    at=st.integers(0, 5000),
    value=st.integers(0, 255),
    cut=st.integers(0, 200),
)
def test_damage_anywhere_is_accepted_or_refused_but_never_a_fault(
    content, at, value, cut
):
    damaged = bytearray(content)
    damaged[at % len(damaged)] = value
    damaged = damaged[: len(damaged) - cut]

    for name in ("a.jpg", "a.png", "a.webp", "a.pdf", "a.docx"):
        try:
            check(name, bytes(damaged))
        except FileRefused:
            continue


@given(st.binary(max_size=300))
def test_any_bytes_are_accepted_or_refused(content):
    for name in ("a.jpg", "a.csv", "a.xlsx"):
        try:
            check(name, content)
        except FileRefused:
            continue

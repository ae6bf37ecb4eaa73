"""What a file is, by its bytes and its name, and how large it may be."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.reading.pages.formats import (
    Format,
    Limits,
    decode,
    load,
    sniff,
)
from prongsai.ita.errors import (
    EmptyFile,
    FileTooLarge,
    MissingFile,
    OldWordFile,
    UnknownFormat,
    UnusableInput,
    WrongExtension,
)

THAI = "รายงานของ อบต.ทดสอบดี"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", THAI.encode(), Format.TEXT),
        ("a.md", b"# Title\n|a|b|", Format.TEXT),
        ("a", THAI.encode("utf-8-sig"), Format.TEXT),
        ("a.txt", THAI.encode("utf-16"), Format.TEXT),
        ("a.txt", THAI.encode("cp874"), Format.TEXT),
        ("a.html", b"<p>no head</p>", Format.HTML),
        ("a.txt", b"<!-- x --><!DOCTYPE html><p>", Format.HTML),
        ("a", b"\n<html lang=th>", Format.HTML),
        ("a.json", b'{"schema": 1}', Format.JSON),
        ("a.txt", b'{"not": "ours"}', Format.TEXT),
        ("a.PDF", b"\n%PDF-1.7 ...", Format.PDF),
        ("a.docx", b"PK\x03\x04 word/document.xml", Format.DOCX),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), Format.DOCX),
        ("a.png", b"\x89PNG\r\n\x1a\n", Format.IMAGE),
        ("a.JPG", b"\xff\xd8\xff\xe0", Format.IMAGE),
    ],
)
def test_sniff_knows_a_file_by_bytes_and_name(name: str, data: bytes, found: Format):
    assert sniff(name, data) is found


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.txt", b"", EmptyFile),
        ("a.docx", b" \r\n\t", EmptyFile),
        ("a.txt", b"\xef\xbb\xbf", EmptyFile),
        ("a.pdf", THAI.encode(), WrongExtension),
        ("a.docx", b"%PDF-1.4", WrongExtension),
        ("a.txt", b"\x89PNG\r\n\x1a\n", WrongExtension),
        ("a.txt", bytes(range(256)), UnknownFormat),
        ("a.txt", "naïve café déjà vu".encode("latin-1"), UnknownFormat),
        ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(50), UnknownFormat),
        ("a.zip", b"PK\x03\x04 something", UnknownFormat),
        ("a.doc", OLE, OldWordFile),
    ],
)
def test_sniff_refuses_with_the_reason(
    name: str, data: bytes, error: type[UnusableInput]
):
    with pytest.raises(error) as refused:
        sniff(name, data)

    assert refused.value.facts["name"] == name


def test_sniff_refuses_more_than_the_limit():
    with pytest.raises(FileTooLarge) as refused:
        sniff("a.txt", b"x" * 11, Limits(size=10))

    assert refused.value.facts["size_mb"] == 1


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874", "tis-620"]
)
def test_decode_reads_what_thai_offices_write(encoding: str):
    assert decode("a.txt", THAI.encode(encoding)) == THAI


@given(
    st.binary(max_size=300),
    st.sampled_from(["a.txt", "a.pdf", "a.docx", "a", "a.html"]),
)
def test_any_bytes_are_known_or_refused(data: bytes, name: str):
    try:
        form = sniff(name, data)
    except UnusableInput:
        return

    assert isinstance(form, Format)


def test_load_returns_the_bytes(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"x")

    assert load(tmp_path / "a.txt") == b"x"


def test_load_refuses_what_is_no_file(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, tmp_path / "none", tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(MissingFile):
            load(path)


@pytest.mark.slow
def test_load_refuses_200_megabytes_before_reading_them(tmp_path: Path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    with pytest.raises(FileTooLarge) as refused:
        load(path)

    assert refused.value.facts == {"name": "large.txt", "size_mb": 200, "limit_mb": 50}

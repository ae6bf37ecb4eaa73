"""Every format is opened by one door, and every bad file is refused at it."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.documents.reading.pages.formats import Limits, load
from prongsai.ita.documents.reading.pages.opening import pages_of
from prongsai.ita.documents.reading.pages.source import Pages, Table
from prongsai.ita.errors import (
    FileTooLarge,
    NoTextLayer,
    TooComplex,
    UnknownFormat,
    UnusableInput,
)
from prongsai.ita.words.catalogue import Language, say
from tests.prongsai.ita.documents.reading.pages import samples

SPEECHES: tuple[Language, ...] = ("th", "en")


def rows_of(pages: Pages) -> list[list[tuple[str, ...]]]:
    return [
        [cell.paragraphs for cell in row.cells]
        for block in pages.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", samples.by_word(samples.TABLE)),
        ("a.html", samples.as_html(samples.TABLE).encode()),
    ],
)
def test_same_table_from_any_exact_format(name: str, data: bytes):
    wanted = [[tuple(cell) for cell in row] for row in samples.TABLE]

    assert rows_of(pages_of(name, data)) == wanted


@pytest.mark.slow
def test_pdf_is_read_in_a_process_of_its_own():
    pages = pages_of("a.pdf", samples.by_typst(samples.TABLE))

    assert not pages.draft
    assert rows_of(pages)[1][1] == tuple(samples.TABLE[1][1])


def test_text_is_read_as_text():
    assert pages_of("a.txt", "ก\tข\n1\t2".encode()).blocks


def test_json_has_no_pages_and_a_picture_needs_ocr():
    with pytest.raises(UnknownFormat):
        pages_of("a.json", b"{}")
    with pytest.raises(NoTextLayer):
        pages_of("a.png", b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F 9 Tf 1 0 0 1 20 700 Tm "
        + b"(as many letters as fit) Tj " * 300_000
        + b"ET",
        b" " * 300_000_000,
    ],
)
@pytest.mark.slow
def test_pdf_that_asks_for_too_much_memory_is_refused(content: bytes):
    start = time.perf_counter()

    with pytest.raises(TooComplex):
        pages_of(
            "a.pdf", samples.bare_pdf(content), limits=Limits(memory=600 * 1024**2)
        )

    assert time.perf_counter() - start < 20


def test_pdf_that_takes_too_long_is_refused():
    with pytest.raises(TooComplex) as refused:
        pages_of("a.pdf", samples.by_typst(samples.TABLE), limits=Limits(seconds=0.05))

    assert refused.value.facts["what"] == "seconds"


@pytest.mark.slow
def test_200_megabytes_are_refused_in_a_sentence(tmp_path: Path):
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(200 * 1024 * 1024)

    with pytest.raises(FileTooLarge) as refused:
        pages_of(path.name, load(path))

    for speech in SPEECHES:
        assert "200 MB" in say(refused.value.code, speech, **refused.value.facts)


@settings(deadline=None)
@given(
    st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a", "a.json"]),
    st.binary(max_size=200) | st.text(max_size=200).map(str.encode),
)
def test_any_file_is_read_or_refused_in_both_languages(name: str, data: bytes):
    said: list[str] = []
    try:
        pages_of(name, data)
    except UnusableInput as refused:
        said = [say(refused.code, speech, **refused.facts) for speech in SPEECHES]

    assert all(name in sentence for sentence in said)

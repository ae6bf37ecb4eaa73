"""DOCX is read as Word shows it; damaged and hostile ones are refused."""

import time
import zipfile
from contextlib import suppress
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.documents.reading.pages.docx import read_docx
from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.source import Paragraph, Table
from prongsai.ita.errors import BrokenFile, TooComplex, UnusableInput
from tests.prongsai.ita.documents.reading.pages import samples
from tests.prongsai.ita.documents.reading.pages.packing import (
    cell,
    numbered,
    packed,
    paragraph,
    run,
    zipped,
)


def texts(data: bytes) -> list[str]:
    blocks = read_docx("a.docx", data).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def cells(data: bytes) -> list[list[tuple[str, ...]]]:
    blocks = read_docx("a.docx", data).blocks
    (table,) = (block for block in blocks if isinstance(block, Table))
    return [[cell.paragraphs for cell in row.cells] for row in table.rows]


def levels(*forms: tuple[str, str], start: int = 1) -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(forms)
    )
    return (
        f'<w:abstractNum w:abstractNumId="7">{made}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )


def test_a_whole_document_comes_back():
    data = samples.by_word(samples.TABLE)

    assert texts(data) == [samples.OPENING]
    assert cells(data) == [[tuple(cell) for cell in row] for row in samples.TABLE]


def test_headings_and_titles_are_told_from_paragraphs():
    document = docx.Document()
    document.add_heading("ชื่อ", level=0)
    document.add_heading("บท", level=2)
    document.add_paragraph("เนื้อ")

    blocks = read_docx("a.docx", samples.saved(document)).blocks

    assert [b.heading for b in blocks if isinstance(b, Paragraph)] == [
        True,
        True,
        False,
    ]


def test_lists_of_the_usual_styles_carry_their_markers():
    document = docx.Document()
    for text, style in (
        ("ก", "List Number"),
        ("ข", "List Number"),
        ("ค", "List Bullet"),
    ):
        document.add_paragraph(text, style=style)

    assert texts(samples.saved(document)) == ["1. ก", "2. ข", "- ค"]


def test_levels_count_and_restart_as_in_word():
    body = "".join(
        numbered(text, level=level)
        for text, level in (("a", 0), ("b", 1), ("c", 1), ("d", 0), ("e", 1), ("f", 2))
    )
    forms = levels(
        ("thaiNumbers", "%1."), ("decimal", "%1.%2"), ("thaiLetters", "(%3)")
    )

    assert texts(packed(body, numbering=forms)) == [
        *("๑. a", "๑.1 b", "๑.2 c", "๒. d", "๒.1 e", "(ก) f"),
    ]


def test_list_that_starts_anew_and_one_that_starts_late():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = numbered("a") + numbered("b") + numbered("c", 2) + numbered("d", 2)

    assert texts(
        packed(body, numbering=levels(("decimal", "%1)"), start=4) + again)
    ) == [
        *("4) a", "5) b", "1) c", "2) d"),
    ]


def test_typed_marker_is_not_doubled_and_no_number_means_none():
    body = numbered("- a") + numbered("b", 0) + numbered("c", 99)

    assert texts(packed(body, numbering=levels(("bullet", "\uf0b7")))) == [
        "- a",
        "b",
        "c",
    ]


def test_merged_cells_are_given_once():
    rows = (
        "<w:tr>"
        + cell(paragraph("a"), '<w:gridSpan w:val="2"/>')
        + cell(paragraph("b"), '<w:vMerge w:val="restart"/>')
        + "</w:tr><w:tr>"
        + cell(paragraph("c"))
        + cell(paragraph("d"))
        + cell(paragraph(""), "<w:vMerge/>")
        + "</w:tr>"
    )

    assert cells(packed(f"<w:tbl>{rows}</w:tbl>")) == [
        [("a",), (), ("b",)],
        [("c",), ("d",), ()],
    ]


def test_borders_that_nearly_meet_are_one():
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in (2000, 60, 3000))
    rows = (
        "<w:tr>" + cell(paragraph("a")) + cell(paragraph("b"), '<w:gridSpan w:val="2"/>')
        + "</w:tr><w:tr>" + cell(paragraph("c"), '<w:gridSpan w:val="2"/>')
        + cell(paragraph("d")) + "</w:tr>"
    )  # fmt: skip

    assert cells(packed(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")) == [
        [("a",), ("b",)],
        [("c",), ("d",)],
    ]


def test_inner_tables_and_line_breaks_make_paragraphs_of_a_cell():
    inner = f"<w:tbl><w:tr>{cell(paragraph('x'))}{cell(paragraph('y'))}</w:tr></w:tbl>"
    broken = f"<w:p>{run('1. a')}<w:r><w:br/></w:r>{run('2. b')}</w:p>"
    row = cell(broken + inner + paragraph("z")) + cell(paragraph("w"))

    assert cells(packed(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")) == [
        [("1. a", "2. b", "x", "y", "z"), ("w",)]
    ]


def test_insertions_stay_and_deletions_go():
    body = (
        f"<w:p>{run('a')}<w:ins>{run('b')}</w:ins><w:del><w:r><w:delText>c</w:delText>"
        f"</w:r></w:del><w:moveFrom>{run('d')}</w:moveFrom><w:hyperlink>{run('e')}"
        f"</w:hyperlink>{run('f', '<w:vanish/>')}</w:p>"
    )

    assert texts(packed(body)) == ["abe"]


def test_fields_tabs_symbols_and_hyphens_are_written_as_shown():
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/></w:r>{run("5 พ.ค.")}<w:r><w:tab/>'
        '<w:t>E</w:t><w:noBreakHyphen/><w:t>mail</w:t><w:sym w:font="Wingdings" '
        'w:char="F0FC"/><w:sym w:char="0041"/><w:sym w:char="FFFFFFFF"/></w:r></w:p>'
    )

    assert texts(packed(body)) == ["5 พ.ค. E-mail✓A•"]


def test_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('inside')}</w:txbxContent>"
    body = (
        f"<w:p>{run('before')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        f"</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{run(' after')}</w:p>"
    )

    assert texts(packed(body)) == ["before after", "inside"]


def test_notes_follow_their_paragraph():
    body = (
        f'<w:p>{run("a")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        + paragraph("b")
    )
    notes = f'<w:footnote w:id="2">{paragraph("note")}</w:footnote>'

    assert texts(packed(body, footnotes=notes)) == ["a", "note", "b"]


def test_content_controls_are_opened():
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt>"

    assert texts(packed(body)) == ["a"]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 cut off",
        zipped({"word/other.xml": "<a/>"}),
        zipped({"word/document.xml": "no xml"}),
        zipped({"word/document.xml": "<w/>"}),
        zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY e "x">]><x>&e;</x>'}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    ],
)
def test_damaged_protected_and_entity_ridden_files_are_refused(data: bytes):
    with pytest.raises(BrokenFile):
        read_docx("a.docx", data)


def test_zip_bomb_is_refused_by_its_directory_and_while_reading():
    bomb = bytearray(zipped({"word/document.xml": " " * 60_000_000}))

    with pytest.raises(TooComplex):
        read_docx("a.docx", bytes(bomb))
    # The same bomb with a directory that lies: it says a thousand bytes.
    for header, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = bomb.index(header) + offset
        bomb[place : place + 4] = (1_000).to_bytes(4, "little")
    with pytest.raises(UnusableInput):
        read_docx("a.docx", bytes(bomb))


def test_too_many_entries_and_paragraphs_and_endless_nesting_are_refused():
    few = Limits(entries=50, blocks=50, depth=30)
    deep = "<w:tbl><w:tr><w:tc>" * 40 + "</w:tc></w:tr></w:tbl>" * 40

    for data in (
        zipped({f"{n}": "" for n in range(60)}),
        packed(paragraph("x") * 60),
        packed(deep),
    ):
        with pytest.raises(TooComplex):
            read_docx("a.docx", data, few)


def test_laughing_entities_take_no_time():
    lol = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    data = zipped(
        {"word/document.xml": f'<!DOCTYPE x [<!ENTITY l0 "x">{lol}]><x>&l9;</x>'}
    )
    start = time.perf_counter()

    with pytest.raises(BrokenFile):
        read_docx("a.docx", data)

    assert time.perf_counter() - start < 1


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_mutated_docx_is_read_or_refused(data: st.DataObject):
    part = data.draw(st.sampled_from(["word/document.xml", "word/numbering.xml"]))
    whole = packed(
        "<w:tbl><w:tr>"
        + cell(numbered("a"), '<w:gridSpan w:val="2"/>')
        + "</w:tr></w:tbl>",
        numbering=levels(("decimal", "%1.")),
    )
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    content = files[part]
    place = data.draw(st.integers(0, len(content)))
    junk = data.draw(
        st.sampled_from(['"', "-1", "999999999", "<w:p/>", "</w:p>", "&#0;", "ก"])
    )
    files[part] = (
        content[:place] + junk + content[place + data.draw(st.integers(0, 9)) :]
    )

    with suppress(UnusableInput):
        read_docx("a.docx", zipped(files))

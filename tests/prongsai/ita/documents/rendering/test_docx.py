"""The DOCX is what Word needs to show Thai as Thai."""

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from prongsai.ita.documents.rendering.blocks import (
    Document,
    MemoHead,
    Opinion,
    Signature,
    Stamp,
)
from prongsai.ita.documents.rendering.contents import analysis, memo, report
from prongsai.ita.documents.rendering.docx import to_docx
from prongsai.ita.documents.rendering.wording import Digits, Wording
from tests.factories import make_analysis, make_measure, make_report, make_scores
from tests.prongsai.ita.documents.rendering.painted import SVG, portrait

pytestmark = pytest.mark.slow

FONT = "TH SarabunPSK"
WHOLE = report.build(make_report(scores=make_scores()), Wording())
MEMO = memo.build(make_report(), Wording())


def opened(document: Document) -> Any:
    return docx.Document(BytesIO(to_docx(document)))


def values(elements: Any, attribute: str = "val") -> list[str]:
    return [element.get(qn(f"w:{attribute}")) for element in elements]


def test_defaults_and_normal_say_font_size_and_language_for_thai():
    styles = opened(WHOLE).styles.element

    looks = [
        styles.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}"),
        styles.find(f"{qn('w:style')}[@{qn('w:styleId')}='Normal']/{qn('w:rPr')}"),
    ]
    for look in looks:
        fonts = look.find(qn("w:rFonts"))
        assert {fonts.get(qn(f"w:{s}")) for s in ("ascii", "hAnsi", "cs")} == {FONT}
        assert fonts.get(qn("w:eastAsia")) == FONT
        assert "Theme" not in "".join(fonts.keys())
        assert values([look.find(qn("w:sz")), look.find(qn("w:szCs"))]) == ["32", "32"]
        assert look.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"


def test_settings_take_thai_for_complex_script():
    (language,) = opened(WHOLE).settings.element.findall(qn("w:themeFontLang"))

    assert language.get(qn("w:bidi")) == "th-TH"


@pytest.mark.parametrize(("plain", "thai"), [("w:b", "w:bCs"), ("w:sz", "w:szCs")])
def test_whatever_is_said_of_latin_is_said_of_thai(plain, thai):
    word = opened(WHOLE)

    for part in (word.styles.element, word.element):
        looks = part.findall(f".//{qn('w:rPr')}")
        said = [(look.find(qn(plain)), look.find(qn(thai))) for look in looks]
        for latin, complex_script in said:
            assert (latin is None) == (complex_script is None)
            if latin is not None:
                assert latin.get(qn("w:val")) == complex_script.get(qn("w:val"))


def test_table_head_repeats_columns_are_fixed_and_rows_may_split():
    table = opened(WHOLE).tables[-1]._tbl

    head, *rows = table.findall(qn("w:tr"))
    assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert not [row for row in rows if row.find(f".//{qn('w:cantSplit')}") is not None]
    layout = table.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}")
    assert layout.get(qn("w:type")) == "fixed"
    grid = values(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"), "w")
    assert grid == values(head.findall(f".//{qn('w:tcW')}"), "w")


def test_measures_lie_landscape_and_the_rest_stands():
    sections = opened(WHOLE).sections

    sizes = [(round(s.page_width.cm, 1), round(s.page_height.cm, 1)) for s in sections]
    assert sizes == [(21.0, 29.7), (21.0, 29.7), (29.7, 21.0)]
    assert [s.orientation for s in sections] == [0, 0, 1]


def test_tables_fill_the_page_between_its_margins():
    word = opened(WHOLE)

    page, grid = word.sections[-1], word.tables[-1]._tbl.tblGrid
    wide = sum(map(int, values(grid, "w"))) * 635
    room = page.page_width - page.left_margin - page.right_margin
    assert room * 0.99 < wide <= room * 1.001


def test_memo_has_the_measures_of_the_rules():
    word = opened(MEMO)

    page, styles = word.sections[0], {s.style_id: s.element for s in word.styles}
    assert (round(page.left_margin.cm, 1), round(page.right_margin.cm, 1)) == (3.0, 2.0)
    assert size_of(styles["MemoName"]) == "58"
    assert size_of(styles["MemoLabel"]) == "40"
    name = styles["MemoName"].find(f".//{qn('w:spacing')}")
    assert (name.get(qn("w:line")), name.get(qn("w:lineRule"))) == ("700", "exact")
    body = styles["BodyText"].find(qn("w:pPr"))
    assert values([body.find(qn("w:jc"))]) == ["thaiDistribute"]
    assert body.find(qn("w:ind")).get(qn("w:firstLine")) == "1417"  # 2.5 cm


def size_of(style: Any) -> str:
    return str(style.find(f".//{qn('w:szCs')}").get(qn("w:val")))


def test_memo_lines_read_as_label_and_value():
    lines = [paragraph.text for paragraph in opened(MEMO).paragraphs]

    assert lines[0] == "บันทึกข้อความ"
    assert lines[2] == "ที่ สม ๐๐๐๐๑/๔๒\tวันที่ ๘ ตุลาคม ๒๕๖๘\t"
    assert "(นายสมชาย ทดลอง)" in lines


def test_cells_hold_literal_markers_and_nested_items_are_indented():
    cell = opened(WHOLE).tables[-1].rows[1].cells[1]

    assert [p.text[:2] for p in cell.paragraphs] == ["๑.", "๒.", "๓.", "๔.", "- ", "- "]
    assert cell.paragraphs[-1].paragraph_format.left_indent.twips == 624
    assert not cell._tc.findall(f".//{qn('w:numPr')}")


@pytest.mark.parametrize(
    ("digits", "form"), [(Digits.THAI, "thaiNumbers"), (Digits.ARABIC, "decimal")]
)
def test_page_numbers_follow_the_digits(digits, form):
    word = opened(report.build(make_report(), Wording(digits=digits)))

    kinds = word.element.findall(f".//{qn('w:pgNumType')}")
    assert values(kinds, "fmt") == [form] * 2
    assert [s.different_first_page_header_footer for s in word.sections] == [
        True,
        False,
    ]


def test_chart_is_a_picture_with_words_for_it():
    word = opened(analysis.build(make_analysis(), Wording()))

    (shape,) = word.inline_shapes
    assert "๙๙.๑๐" in shape._inline.docPr.get("descr")


def test_file_names_itself_and_claims_no_author_and_no_hour():
    properties = opened(WHOLE).core_properties

    assert properties.title == make_report().title
    assert (properties.author, properties.language) == ("", "th-TH")
    assert properties.modified.year == 2000


def test_equal_documents_give_equal_bytes():
    assert to_docx(WHOLE) == to_docx(WHOLE)
    stamps = {e.date_time for e in ZipFile(BytesIO(to_docx(WHOLE))).infolist()}
    assert stamps == {(1980, 1, 1, 0, 0, 0)}


def test_texts_are_never_markup():
    nasty = make_measure(title='<w:t>&amp;"</w:t>')

    word = opened(report.build(make_report(measures=(nasty,)), Wording()))

    assert word.tables[-1].rows[1].cells[0].paragraphs[1].text.endswith(nasty.title)


def test_secrecy_urgency_what_was_said_and_a_stamp_are_in_the_file():
    signature = Signature(name="ก", position="ข", more=("ค",), signed="ลงนาม")
    document = portrait(
        MemoHead(name="บันทึก", rows=(), urgency="ด่วน"),
        Opinion(caption="ความเห็น", signature=signature, lines=0, said=("เห็นควร",)),
        Stamp(svg=SVG, side=400, alt="ตรวจสอบ", lines=("ที่อยู่",)),
    )
    section = replace(document.sections[0], mark="ลับมาก")

    word = opened(replace(document, sections=(section,)))

    texts = [p.text for p in word.paragraphs]
    assert texts[:2] == ["ด่วน", "บันทึก"]
    assert texts[2:] == ["ความเห็น", "เห็นควร", "ลงนาม", "(ก)", "ข", "ค", "", "ที่อยู่"]
    page = word.sections[0]
    around = (
        page.header, page.footer, page.first_page_header, page.first_page_footer,
    )  # fmt: skip
    assert all("ลับมาก" in part.paragraphs[0].text for part in around)
    assert len(word.inline_shapes) == 1
    assert len(page.header.paragraphs) == 2

from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.rendering.blocks import (
    Column,
    Document,
    Heading,
    Line,
    MemoHead,
    Numerals,
    PageBreak,
    Paragraph,
    Row,
    Stamp,
    Style,
    Table,
)
from prongsai.ita.documents.rendering.pdf import to_pdf
from tests.prongsai.ita.documents.rendering.painted import (
    MARKS,
    NASTY,
    TITLES,
    URL,
    landscape,
    letters,
    memo,
    page_texts,
    pdf_text,
    portrait,
    report,
    texts,
)

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">'
    '<rect width="10" height="10"/></svg>'
)

pytestmark = pytest.mark.slow
TITLE = Heading(level=1, text="หัวเรื่อง")


def one_cell(*lines: Line, columns: int = 1) -> Table:
    """A table of one row whose cells hold the same lines."""
    return Table(
        caption="ตาราง",
        columns=tuple(Column(title="ช่อง", width=1) for _ in range(columns)),
        rows=(Row(cells=(lines,) * columns),),
    )


def tagged(pdf: bytes) -> Counter[str]:
    """How often each kind of structure element stands in a PDF."""
    return Counter(element["/S"] for element in elements(pdf))


def elements(pdf: bytes) -> list[dict[str, str]]:
    """Every structure element of a PDF: its kind, description and attributes."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        waiting = [opened.Root.StructTreeRoot]
        while waiting:
            kids: object = waiting.pop().get("/K", [])
            every = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            for kid in every:
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    found.append({k: _plain(kid, k) for k in ("/S", "/Alt", "/A")})
                    waiting.append(kid)
    return found


def _plain(element: pikepdf.Object, key: str) -> str:
    value = element.get(key, "")
    if isinstance(value, pikepdf.Name | pikepdf.String | str):
        return str(value).removeprefix("/")
    return repr(value)


def painted_text(document: Document) -> str:
    return letters("".join(texts(document)))


# ---- what is copied out of it


@pytest.mark.parametrize("text", [MARKS, NASTY, URL, "✓ ☑ ● →"])
@pytest.mark.parametrize("style", Style)
def test_a_paragraph_comes_back_letter_by_letter(text, style):
    document = portrait(TITLE, Paragraph(text=text, style=style, label=text))

    assert letters(pdf_text(to_pdf(document))) == painted_text(document)


@pytest.mark.parametrize("bold", [False, True])
def test_a_cell_comes_back_letter_by_letter(bold):
    lines = [
        Line(text=text, marker="๑.๑", indent=depth, bold=bold)
        for depth, text in enumerate((MARKS, NASTY, URL))
    ]
    document = landscape(TITLE, one_cell(*lines))

    assert letters(pdf_text(to_pdf(document)))[1:] == painted_text(document)


@pytest.mark.parametrize("document", [memo(), memo(4)])
def test_a_memo_comes_back_letter_by_letter(document):
    text = letters(pdf_text(to_pdf(document))).replace("-๒-", "")

    assert text == painted_text(document)


def test_no_letter_of_a_long_table_is_lost_or_doubled():
    document = report(12)

    pages = page_texts(to_pdf(document))
    found: Counter[str] = Counter()
    for text in pages:
        assert text.startswith("๑๒๓๔๕๖๗๘๙"[pages.index(text)])
        found += Counter(letters(text)[1:])
    repeats = sum(letters("".join(TITLES)) in letters(text) for text in pages) - 1
    found -= Counter(letters("".join(TITLES)) * repeats)
    assert found == Counter(painted_text(document))


consonants = st.sampled_from("กขคงจชซญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")
above = st.sampled_from(["", "ิ", "ี", "ึ", "ื", "ั", "็", "ุ", "ู"])
tones = st.sampled_from(["", "่", "้", "๊", "๋", "์"])
syllables = st.tuples(
    st.sampled_from(["", "เ", "แ", "โ", "ไ", "ใ"]),
    consonants,
    above,
    tones,
    st.sampled_from(["", "า", "ะ", "ำ", "น", "ง"]),
).map("".join)
words = st.lists(syllables, min_size=1, max_size=12).map("".join)


@pytest.mark.slow
@given(words=st.lists(words, min_size=1, max_size=12), bold=st.booleans())
def test_any_thai_comes_back_letter_by_letter(words, bold):
    text = " ".join(words)
    document = portrait(
        TITLE, Paragraph(text=text), one_cell(Line(text=text, bold=bold), columns=3)
    )

    assert letters(pdf_text(to_pdf(document))) == painted_text(document)


marked_up = st.text(alphabet=st.sampled_from("#$*_[]{}\\\"'`@<>=/-+~.&;:กa1 \u200b\n"))


@pytest.mark.slow
@given(text=marked_up)
def test_no_text_is_taken_for_markup(text):
    document = portrait(
        TITLE, Paragraph(text=f"ก{text}ข", style=Style.LINE), Heading(level=2, text="ค")
    )
    visible = text.replace("\u200b", "")

    # PDFium shows a hyphen between a Latin letter and a lone Thai one as U+FFFE.
    found = pdf_text(to_pdf(document)).replace("\ufffe", "-")
    assert letters(found) == f"หัวเรื่องก{letters(visible)}ขค"


# ---- what it claims and holds


def test_it_claims_to_be_archivable_and_accessible():
    with pikepdf.open(BytesIO(to_pdf(report(2)))) as pdf:
        claims = pdf.open_metadata()
        assert claims["pdfaid:part"] == "2"
        assert claims["pdfaid:conformance"] == "A"
        assert claims["pdfuaid:part"] == "1"
        assert claims["dc:title"] == "ทดสอบ"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "th-TH"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_a_table_is_tagged_row_by_row_however_many_pages_it_takes():
    pdf = to_pdf(report(12))

    tags = tagged(pdf)
    assert len(page_texts(pdf)) > 2
    assert (tags["H1"], tags["H2"], tags["Table"]) == (1, 1, 1)
    assert (tags["TR"], tags["TH"], tags["TD"]) == (1 + 12, 7, 7 * 12)
    assert tags["Figure"] == 1
    heads = [e for e in elements(pdf) if e["/S"] == "TH"]
    assert all("/Column" in head["/A"] for head in heads)


def test_a_chart_is_described_to_who_cannot_see_it():
    figures = [e for e in elements(to_pdf(report(1))) if e["/S"] == "Figure"]

    assert [figure["/Alt"] for figure in figures] == ["กราฟแท่งของคะแนน"]


def test_a_memo_has_one_title():
    tags = tagged(to_pdf(memo()))

    assert tags["H1"] == 1
    assert tags["Table"] == 0


def test_headings_that_skip_a_level_are_let_in_step_by_step():
    pdf = to_pdf(portrait(Heading(level=2, text="ก"), Heading(level=4, text="ข")))

    assert tagged(pdf) & Counter(["H1", "H2"]) == Counter(["H1", "H2"])


def test_the_same_document_gives_the_same_bytes():
    assert to_pdf(report(3)) == to_pdf(report(3))


def test_the_date_is_the_one_that_was_given():
    with pikepdf.open(BytesIO(to_pdf(memo(), made_on=date(2025, 10, 8)))) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:20251008")
    assert to_pdf(memo()) != to_pdf(memo(), made_on=date(2025, 10, 8))


# ---- how it lies on the page


def test_the_header_stands_on_every_page_of_the_table():
    pages = page_texts(to_pdf(replace_blocks(report(8), keep=(Heading, Table))))

    assert len(pages) > 2
    assert all(letters("".join(TITLES)) in letters(text) for text in pages)


def replace_blocks(document: Document, keep: tuple[type, ...]) -> Document:
    (section,) = document.sections
    blocks = tuple(block for block in section.blocks if isinstance(block, keep))
    return replace(document, sections=(replace(section, blocks=blocks),))


def test_memo_pages_are_numbered_from_the_second_on():
    pages = page_texts(to_pdf(memo(22)))

    assert len(pages) == 3
    assert "-" not in pages[0].split("E-mail")[0]
    assert [text.lstrip()[:5] for text in pages[1:]] == ["- ๒ -", "- ๓ -"]


@pytest.mark.parametrize(
    ("numerals", "numbers"), [(Numerals.THAI, "๑๑๒"), (Numerals.ARABIC, "112")]
)
def test_each_section_counts_its_pages_from_one(numerals, numbers):
    first = landscape(TITLE)
    second = landscape(Heading(level=2, text="ก"), PageBreak(), Paragraph(text="ข"))
    both = replace(first, sections=first.sections + second.sections, numerals=numerals)

    assert [text[0] for text in page_texts(to_pdf(both))] == list(numbers)


def test_portrait_and_landscape_lie_as_they_should():
    both = replace(memo(), sections=memo().sections + report(1).sections)

    with pikepdf.open(BytesIO(to_pdf(both))) as pdf:
        boxes = [[round(float(n)) for n in page.mediabox] for page in pdf.pages]
    assert boxes[0] == [0, 0, 595, 842]
    assert boxes[-1] == [0, 0, 842, 595]


LONG = f"{'ก' * 200} {URL * 3} {'W' * 90} {'เกี้ย' * 40} {'m' * 300}"


def test_nothing_is_written_beyond_its_column():
    cell = one_cell(Line(text=LONG, marker="๑."), columns=7)
    width = (842 - 85) / 7

    for left, right in character_spans(to_pdf(landscape(TITLE, cell))):
        column = (left - 42.5) // width
        assert right - 42.5 <= (column + 1) * width + 0.5


@pytest.mark.parametrize("style", Style)
def test_nothing_is_written_into_the_margin(style):
    pdf = to_pdf(portrait(TITLE, Paragraph(text=LONG, style=style)))

    assert all(84 < left < right < 595 - 56 for left, right in character_spans(pdf))


def character_spans(pdf: bytes) -> list[tuple[float, float]]:
    """The left and right end of every letter that stands on a line of its own."""
    spans = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for n in range(text.count_chars()):
                left, _, right, _ = text.get_charbox(n)
                if text.get_text_range(n, 1) in "กWเm" and right > left:
                    spans.append((left, right))
    return spans


def test_a_document_without_a_name_still_gets_one():
    with pikepdf.open(BytesIO(to_pdf(replace(memo(), title=" ")))) as pdf:
        assert pdf.open_metadata()["dc:title"] == "-"


def test_secrecy_stands_on_every_page_and_a_stamp_beside_its_lines():
    document = portrait(
        MemoHead(name="บันทึก", rows=(), urgency="ด่วนที่สุด"),
        PageBreak(),
        Stamp(svg=SQUARE, side=10, alt="ตรวจสอบ", lines=("ที่อยู่",)),
    )
    section = replace(document.sections[0], mark="ลับมาก")

    pages = page_texts(to_pdf(replace(document, sections=(section,))))

    assert [letters(page).count("ลับมาก") for page in pages] == [2, 2]
    assert "ด่วนที่สุด" in letters(pages[0])
    assert "ที่อยู่" in letters(pages[1])

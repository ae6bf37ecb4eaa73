import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.rendering.blocks import Heading, Paragraph
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.ita.documents.rendering.printable import printable
from tests.prongsai.ita.documents.rendering.painted import MARKS, NASTY, portrait


@pytest.mark.parametrize("text", [MARKS, NASTY, "✓ ☑ ● → ① é “คำ”", "", "a\nb"])
def test_what_can_be_drawn_is_left_alone(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("中", "[U+4E2D]"),
        ("😀", "[U+1F600]"),
        ("\ue000", "[U+E000]"),
        ("a\x1fb\u3000c", "a b c"),
        ("a\x00b", "a[U+0000]b"),
        ("\ud800", "[U+D800]"),
        ("ก\u20dd", "ก[U+20DD]"),
        ("\u0e5c", "[U+0E5C]"),
        ("\uffff", "[U+FFFF]"),
    ],
)
def test_what_no_font_can_draw_is_spelled_out(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize(
    "invisible", ["\u200b", "\ufeff", "\u00ad", "\u200d", "\u2060"]
)
def test_invisible_characters_leave_no_trace(invisible):
    assert printable(f"ก{invisible}ข") == "กข"


@pytest.mark.slow
@given(text=st.text(max_size=40))
def test_any_text_at_all_becomes_a_pdf(text):
    pdf = to_pdf(portrait(Heading(level=1, text="ก"), Paragraph(text=text)))

    assert pdf.startswith(b"%PDF")

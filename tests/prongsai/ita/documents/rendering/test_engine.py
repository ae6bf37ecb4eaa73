import pytest
import typst

from prongsai.ita.documents.rendering.engine import typeset
from tests.prongsai.ita.documents.rendering.painted import letters, pdf_text

TEMPLATE = b"""
#set document(title: "-", date: datetime(year: 2000, month: 1, day: 1))
#json(bytes(sys.inputs.document)).text
"""


def test_data_reaches_the_template():
    assert letters(pdf_text(typeset(TEMPLATE, {"text": "letters"}))) == "letters"


@pytest.mark.slow
def test_very_long_data_is_set_and_then_forgotten():
    pdf = typeset(TEMPLATE, {"text": "a " * 300_000})

    assert letters(pdf_text(pdf)) == "a" * 300_000


def test_what_no_font_can_draw_is_refused():
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        typeset(TEMPLATE, {"text": "\u4e2d"})


def test_a_template_cannot_read_files():
    with pytest.raises(typst.TypstError):
        typeset(b'#read("/etc/hostname")', {})

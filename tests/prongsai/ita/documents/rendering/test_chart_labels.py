import pytest

from prongsai.ita.documents.rendering.chart_labels import Label, take_labels
from tests.prongsai.ita.documents.rendering.painted import SVG

OPEN = '<svg xmlns="http://www.w3.org/2000/svg">'


def test_texts_leave_the_picture_and_keep_their_place():
    svg, labels = take_labels(SVG)

    assert "<text" not in svg
    assert "<rect" in svg
    assert labels == (
        Label(text="ขั้นที่ ๒๕๖๘", x=5, y=36, size=14, anchor="start", colour="#000"),
    )


def test_translations_add_up():
    svg = (
        f'{OPEN}<g transform="translate(10, 20)"><g transform="translate(1)">'
        '<text x="3" y="4" text-anchor="end" fill="#1f2328">ก</text></g></g></svg>'
    )

    _, (label,) = take_labels(svg)
    assert (label.x, label.y) == (14, 24)
    assert (label.anchor, label.colour) == ("end", "#1f2328")


@pytest.mark.parametrize(
    "text",
    [
        '<text transform="rotate(90)">ก</text>',
        "<text><tspan>ก</tspan></text>",
        '<g transform="scale(2)"><text>ก</text></g>',
    ],
)
def test_a_text_that_is_turned_scaled_or_parted_stays_in_the_picture(text):
    svg, labels = take_labels(f"{OPEN}{text}</svg>")

    assert labels == ()
    assert "<text" in svg


def test_a_strange_colour_becomes_black():
    _, (label,) = take_labels(f'{OPEN}<text fill="url(#x)">ก</text></svg>')

    assert label.colour == "#000"

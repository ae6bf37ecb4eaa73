from pathlib import Path
from typing import get_args

import pytest

from prongsai.ita.documents.rendering import typst_blocks
from prongsai.ita.documents.rendering.blocks import (
    Block,
    Heading,
    MemoHead,
    Opinion,
    PageBreak,
    Paragraph,
    Signature,
    Stamp,
    Style,
)
from prongsai.ita.documents.rendering.typst_blocks import Room, block_data, words
from tests.prongsai.ita.documents.rendering.painted import chart, table

ROOM = Room(across=16, down=25.2)
SIGNATURE = Signature(name="ก", position="ข")
EXAMPLES: tuple[Block, ...] = (
    Heading(level=1, text="ก"),
    *(Paragraph(text="ก", style=style) for style in Style),
    table(1),
    chart(),
    MemoHead(name="ก", rows=()),
    SIGNATURE,
    Opinion(caption="ก", signature=SIGNATURE),
    Stamp(svg="<svg/>", side=10, alt="ก", lines=("ข",)),
    PageBreak(),
)


@pytest.mark.parametrize("block", EXAMPLES)
def test_every_block_has_a_painter_in_the_template(block):
    template = Path(typst_blocks.__file__).with_name("paper.typ")
    painters = template.read_text(encoding="utf-8").split("#let painters = (")[1]

    assert f"  {block_data(block, ROOM)['kind']}: paint-" in painters


def test_the_examples_leave_no_block_out():
    assert {type(block) for block in EXAMPLES} == set(get_args(Block))


def test_an_unknown_block_is_refused():
    with pytest.raises(TypeError):
        block_data("text", ROOM)  # type: ignore[arg-type]  # that is the point


def test_a_name_is_signed_in_brackets():
    assert block_data(SIGNATURE, ROOM)["name"] == ["(ก)"]


def test_a_chart_too_tall_for_its_page_is_drawn_smaller():
    data = block_data(chart(), Room(across=16, down=5))

    assert data["height"] == pytest.approx(1.5 * 72 / 2.54)
    assert data["width"] == pytest.approx(4 * 1.5 * 72 / 2.54)


def test_a_narrow_room_cuts_words_finer():
    assert words("ประชาสัมพันธ์", 30) == ["ประชาสัมพันธ์"]
    assert len(words("ประชาสัมพันธ์", 2)) > 2

"""Structure charts: nothing overlaps, nothing leaves the picture, everything is said."""

from itertools import combinations

from hypothesis import given
from hypothesis import settings as laws
from hypothesis import strategies as st
from lxml import etree, html

from prongsai.ui.lettering import width_of
from prongsai.ui.org_chart import NARROW, WIDE, Box, Placed, Side, laid_out, structure

TITLES = st.text("กองคลังงานบริหารทั่วไป ่้ีABC", min_size=1, max_size=60).filter(str.strip)
LEAVES = st.builds(Box, title=TITLES, note=st.sampled_from(["", "ว่าง"]))
BOXES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        Box,
        title=TITLES,
        names=st.lists(TITLES, max_size=2).map(tuple),
        children=st.lists(inner, max_size=9).map(tuple),
        tone=st.sampled_from(["plain", "lead", "tint", "vacant"]),
    ),
    max_leaves=40,
)


def office(divisions=9, sections=6) -> list[Side]:
    def division(n):
        parts = tuple(Box(title=f"งานที่ {n}.{m}") for m in range(sections))
        return Box(title=f"กอง {n}", names=("นางตัวอย่าง สมมติ",), children=parts)

    head = Box(title="ปลัด", children=tuple(division(n) for n in range(divisions)))
    mayor = Box(title="นายก", children=(Box(title="รองนายก"), Box(title="เลขานุการ")))
    return [
        Side(label="ฝ่ายการเมือง", roots=(mayor,)),
        Side(label="ฝ่ายประจำ", roots=(head,)),
    ]


def apart(one: Placed, other: Placed) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def everything_holds(layout, width) -> None:
    for box in layout.boxes:
        assert box.x >= 0
        assert box.x + box.width <= width
        assert box.y + box.height <= layout.height
        assert all(
            width_of(line, size, bold=bold) <= box.width
            for line, size, bold in box.lines
        )
    assert all(apart(*pair) for pair in combinations(layout.boxes, 2))


@given(BOXES, st.sampled_from([WIDE, NARROW]))
@laws(max_examples=40)
def test_no_two_boxes_overlap_and_every_text_stays_inside(root, width):
    layout = laid_out([Side(label="ฝ่ายประจำ", roots=(root,))], width)

    everything_holds(layout, width)


def test_nine_divisions_of_six_sections_stay_readable_on_both_screens():
    for width in (WIDE, NARROW):
        layout = laid_out(office(), width)

        everything_holds(layout, width)
        assert len(layout.boxes) == 3 + 1 + 9 + 54


def test_the_list_says_what_the_picture_says():
    drawing = structure("โครงสร้าง", sides=office(2, 1))

    items = html.fromstring(f"<div>{drawing.facts}</div>").findall(".//li")
    drawn = "".join(map(str, etree.fromstring(drawing.svg).itertext()))
    assert len(items) == 3 + 1 + 2 + 2
    assert all(title in drawn for title in ("ปลัด", "รองนายก", "งานที่ 1.0"))


def test_pictures_are_named_apart_and_hold_no_style_or_script():
    drawing = structure("<script>", sides=office(2, 1))

    assert drawing.tall is not None
    wide, tall = etree.fromstring(drawing.svg), etree.fromstring(drawing.tall)
    assert wide.get("role") == "img"
    assert wide.get("aria-labelledby") != tall.get("aria-labelledby")
    assert all("style" not in e.attrib for e in wide.iter())
    assert "<script>" not in drawing.svg + drawing.tall + drawing.facts


def test_an_office_without_boxes_says_so():
    drawing = structure("โครงสร้าง", sides=[Side(label="ฝ่ายประจำ", roots=())])

    assert "<svg" not in drawing.svg
    assert drawing.tall is None

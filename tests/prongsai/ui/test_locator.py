"""Sketch maps: names do not overlap, far and equal places still draw."""

from itertools import combinations

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import settings as laws
from hypothesis import strategies as st
from lxml import etree, html

from prongsai.ui.locating import NARROW, WIDE, Road, Spot, laid_out
from prongsai.ui.locator import sketch


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


OFFICE = Spot(name="ที่ทำการ", latitude=16.4, longitude=102.8)
NAMES = st.text("วัดโรงเรียนบ้านตัวอย่าง ", min_size=1, max_size=50).filter(str.strip)
SPOTS = st.builds(
    Spot,
    name=NAMES,
    latitude=st.floats(16.3, 16.5) | st.sampled_from([16.4, -33.0]),
    longitude=st.floats(102.7, 102.9) | st.sampled_from([102.8, -70.0]),
)
POINTS = st.tuples(st.floats(15, 18), st.floats(101, 104))
ROADS = st.builds(Road, name=NAMES, points=st.lists(POINTS, max_size=5).map(tuple))


@given(
    st.lists(SPOTS, max_size=12),
    st.lists(ROADS, max_size=3),
    st.sampled_from([WIDE, NARROW]),
)
@laws(max_examples=60)
def test_names_stay_inside_and_apart(landmarks, roads, frame):
    drawn = laid_out(OFFICE, landmarks=landmarks, roads=roads, frame=frame)

    rooms = [label.room for label in drawn.labels]
    assert all(room.is_inside(frame) for room in rooms)
    assert not any(one.meets(other) for one, other in combinations(rooms, 2))
    assert all(
        0 <= x <= frame.width and 0 <= y <= frame.height for x, y, _far in drawn.dots
    )
    corners = [corner for road in drawn.roads for corner in road]
    assert all(
        -1 <= x <= frame.width + 1 and -1 <= y <= frame.height + 1 for x, y in corners
    )


def test_a_place_far_away_stands_at_the_edge_with_its_distance():
    near = Spot(name="วัด", latitude=16.401, longitude=102.8)
    far = Spot(name="ศาลากลาง", latitude=17.4, longitude=102.8)

    drawn = laid_out(OFFICE, landmarks=[near, far])

    assert [is_far for _x, _y, is_far in drawn.dots] == [False, True]
    said = [line for label in drawn.labels for line in label.lines]
    assert "(111.3 km)" in said


def test_an_office_without_landmarks_still_has_a_map():
    picture = etree.fromstring(sketch("แผนที่", office=OFFICE).svg)

    assert picture.get("role") == "img"
    assert "ที่ทำการ" in "".join(map(str, picture.itertext()))


def test_the_list_tells_the_nearest_first_in_words():
    spots = [
        Spot(name="ไกล", latitude=16.41, longitude=102.8),
        Spot(name="<ใกล้>", latitude=16.4, longitude=102.801),
    ]

    facts = sketch("แผนที่", office=OFFICE, landmarks=spots).facts

    lines = [item.text for item in html.fromstring(f"<div>{facts}</div>").iter("li")]
    assert lines == ["<ใกล้>: 110 m, east", "ไกล: 1.1 km, north"]

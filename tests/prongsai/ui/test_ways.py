"""Distances and directions of a small map."""

import pytest
from django.utils import translation

from prongsai.ui.ways import Way, clipped, distance, round_metres, way_to


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


HERE = (16.0, 102.0)


@pytest.mark.parametrize(
    ("east", "north", "said"),
    [(0, 9, "north"), (9, 9, "north-east"), (9, 0, "east"), (0, -9, "south"),
     (-9, 0, "west"), (-9, 9, "north-west"), (0, 0, "at the same place")],
)  # fmt: skip
def test_direction_is_told_in_eight_words(east, north, said):
    assert Way(east=east, north=north).direction == said


def test_a_degree_to_the_north_is_a_hundred_and_eleven_kilometres():
    way = way_to(HERE, (17.0, 102.0))

    assert way.metres == pytest.approx(111_320)
    assert way.direction == "north"


def test_the_way_over_the_date_line_is_short():
    assert way_to((0.0, 179.999), (0.0, -179.999)).metres < 1000


@pytest.mark.parametrize(
    ("metres", "said"), [(4, "0 m"), (437, "440 m"), (996, "1 km"), (19_849, "19.8 km")]
)
def test_distances_are_rounded_as_people_say_them(metres, said):
    assert distance(metres) == said


@pytest.mark.parametrize(
    ("metres", "found"), [(0, 1), (7, 5), (199, 100), (2600, 2000)]
)
def test_the_scale_has_a_round_distance(metres, found):
    assert round_metres(metres) == found


def test_lines_are_cut_at_the_frame():
    assert clipped((-10, 5), (20, 5), (10, 10)) == ((0, 5), (10, 5))
    assert clipped((-10, -5), (20, -5), (10, 10)) is None

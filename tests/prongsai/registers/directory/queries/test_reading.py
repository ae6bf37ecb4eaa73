"""A frozen directory read back: who sat where on a day, who reports to whom."""

from datetime import date

import pytest

from prongsai.registers.directory.queries.reading import Reading

DAY = date(2024, 6, 1)


def seat(key, **fields):
    return {
        "key": key, "branch": "political", "reports_to": None, "is_executive": True,
        "abolished_on": "", "title": {"th": str(key), "en": str(key)},
    } | fields  # fmt: skip


def term(person, seat, **fields):
    return {
        "seat": seat, "person": person, "starts_on": "2021-12-20",
        "ends_on": "2024-12-19", "is_acting": False, "basis": "x",
    } | fields  # fmt: skip


@pytest.fixture
def reading():
    return Reading(
        {
            "people": [{"key": 1}, {"key": 2}],
            "seats": [
                seat(10),
                seat(11, reports_to=10),
                seat(12, reports_to=99),
                seat(13, abolished_on="2024-01-01"),
            ],
            "terms": [
                term(2, 10, is_acting=True, ends_on=""),
                term(1, 10),
                term(2, 13, ends_on="2023-12-31"),
            ],
            "divisions": [
                {"key": 2, "under": 1}, {"key": 1, "under": None},
                {"key": 3, "under": 9},
            ],
        }
    )  # fmt: skip


def test_holders_come_before_those_who_act(reading):
    sitting = reading.sitting(reading.seats[10], DAY)

    assert [(one.person["key"], one.is_acting) for one in sitting] == [
        (1, False),
        (2, True),
    ]


@pytest.mark.parametrize(
    ("day", "keys"),
    [
        (date(2021, 12, 19), []),
        (date(2021, 12, 20), [1, 2, 2]),
        (date(2024, 12, 19), [1, 2]),
        (date(2024, 12, 20), [2]),
    ],
)
def test_the_first_and_the_last_day_count(reading, day, keys):
    found = reading.in_office("political", day)

    assert [one.person["key"] for one in found] == keys


def test_the_structure_holds_every_standing_position_once(reading):
    roots = reading.structure(DAY)

    assert [place.seat["key"] for place in roots] == [10, 12]
    assert [place.seat["key"] for place in roots[0].below] == [11]


def test_a_division_stands_below_the_one_it_is_part_of(reading):
    found = [(depth, row["key"]) for depth, row in reading.division_tree()]

    assert found == [(0, 1), (1, 2), (0, 3)]


def test_the_records_begin_with_the_first_term(reading):
    assert reading.first_day() == "2021-12-20"
    assert Reading({"terms": []}).first_day() == ""

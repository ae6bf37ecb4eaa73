import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.model.report import Changes
from prongsai.ita.thai.digits import to_thai
from tests.prongsai.ita.documents.linting.samples import (
    NEW,
    OLD,
    said_by,
    scores,
    with_score,
)


@pytest.mark.parametrize("printed", ["92.52", "๙๒.๔๐", "29.50", "95 คะแนน"])
def test_total_differs_speaks(printed):
    (finding,) = said_by("total-differs", scores(totals={"2567": OLD, "2568": printed}))

    assert (finding.printed, finding.expected) == (printed, "92.50")


@pytest.mark.parametrize(
    "printed", ["92.50", "๙๒.๕๐", "92.5", "92.51", "92.49", "-", ""]
)
def test_total_differs_stays_silent(printed):
    assert not said_by("total-differs", scores(totals={"2568": printed}))


def test_total_differs_stays_silent_where_an_indicator_is_missing():
    table = scores(totals={"2568": "50.00"})

    assert not said_by(
        "total-differs", scores(scores=table.scores[1:], totals=table.totals)
    )


def test_total_differs_stays_silent_in_years_without_a_rule():
    years = {"2599": "90.00"}
    rows = tuple(with_score("1").scores)

    assert not said_by("total-differs", scores(scores=rows, totals=years))


@given(st.decimals(0, 100, places=2))
def test_total_differs_reads_thai_and_arabic_digits_alike(value):
    spoken = [
        len(said_by("total-differs", scores(totals={"2568": printed})))
        for printed in (str(value), to_thai(str(value)))
    ]

    assert spoken[0] == spoken[1]


@pytest.mark.parametrize("printed", ["9250", "100.01", "-1", "๑๐๐.๕"])
def test_score_out_of_range_speaks(printed):
    report = with_score("3", years={"2567": OLD, "2568": printed})

    assert [f.printed for f in said_by("score-out-of-range", report)] == [printed]


@pytest.mark.parametrize("printed", ["0", "100", "๑๐๐.๐๐", "-", "ไม่ได้รับการประเมิน"])
def test_score_out_of_range_stays_silent(printed):
    report = with_score("3", years={"2567": OLD, "2568": printed})

    assert not said_by("score-out-of-range", report)


@pytest.mark.parametrize(
    "change", ["ลดลง", "เท่าเดิม", "เพิ่มขึ้น ๑.๕๐", "-2.50", "+0.25", "เพิ่มขึ้น ร้อยละ 9"]
)
def test_change_wrong_speaks(change):
    (finding,) = said_by("change-wrong", with_score("7", change=change))

    assert finding.expected == "เพิ่มขึ้น 2.50"


@pytest.mark.parametrize(
    "change",
    [
        "เพิ่มขึ้น",
        "เพิ่ม ขึ้น",
        "สูงขึ้น ๒.๕๐",
        "+2.50",
        "2.5",
        "+ ๒.๕๐ คะแนน",
        "▲",
        "-",
        "",
        "เพิ่มขึ้น 2.78%",
    ],
)
def test_change_wrong_stays_silent(change):
    assert not said_by("change-wrong", with_score("7", change=change))


def test_change_wrong_speaks_of_the_total():
    report = scores(changes=Changes(total="ลดลง", level="เท่าเดิม"))

    assert [f.where.code for f in said_by("change-wrong", report)] == [
        "place.change-total"
    ]


def test_change_wrong_stays_silent_with_one_year():
    changes = Changes(total="ลดลง")

    report = scores(scores=(), totals={"2568": NEW}, levels={}, changes=changes)

    assert not said_by("change-wrong", report)


@pytest.mark.parametrize(
    ("levels", "change", "expected"),
    [
        (("ผ่านดี", "ผ่านดี"), "เพิ่มขึ้น", "เท่าเดิม"),
        (("ผ่าน", "ผ่านดี"), "คงเดิม", "เพิ่มขึ้น"),
        (("ผ่านดีเยี่ยม", "ผ่านดี"), "เพิ่มขึ้น", "ลดลง"),
    ],
)
def test_level_change_wrong_speaks(levels, change, expected):
    report = scores(
        levels=dict(zip(("2567", "2568"), levels, strict=True)),
        changes=Changes(level=change),
    )

    assert [f.expected for f in said_by("level-change-wrong", report)] == [expected]


@pytest.mark.parametrize(
    ("levels", "change"),
    [
        (("ผ่านดี", "ผ่าน ดี"), "เท่าเดิม"),
        (("ผ่าน", "ผ่านดี"), "เพิ่มขึ้น"),
        (("ผ่าน", "ผ่านดี"), ""),
        (("ไม่ทราบ", "ผ่านดี"), "ลดลง"),
        (("", "ผ่านดี"), "ลดลง"),
    ],
)
def test_level_change_wrong_stays_silent(levels, change):
    report = scores(
        levels=dict(zip(("2567", "2568"), levels, strict=True)),
        changes=Changes(level=change),
    )

    assert not said_by("level-change-wrong", report)


@pytest.mark.parametrize("printed", ["ผ่านดีเยี่ยม", "ผ่าน", "A"])
def test_level_differs_from_rule_speaks(printed):
    (finding,) = said_by("level-differs-from-rule", scores(levels={"2568": printed}))

    assert (finding.printed, finding.expected) == (printed, "ผ่านดี")


@pytest.mark.parametrize("printed", ["ผ่านดี", "ระดับ ผ่านดี", "ผ่าน ดี", "...ผ่านดี...", ""])
def test_level_differs_from_rule_stays_silent(printed):
    assert not said_by("level-differs-from-rule", scores(levels={"2568": printed}))


def test_level_differs_from_rule_weighs_the_lowest_instrument():
    table = with_score("9", years={"2567": OLD, "2568": "60.00"})

    (finding,) = said_by("level-differs-from-rule", table)

    assert (finding.expected, finding.facts["instrument"]) == ("ผ่าน", "OIT")


@pytest.mark.parametrize("printed", ["EIT", "(OIT)", "แบบ eit"])
def test_instrument_differs_speaks(printed):
    (finding,) = said_by("instrument-differs", with_score("2", instrument=printed))

    assert finding.expected == "IIT"


@pytest.mark.parametrize("printed", ["IIT", "แบบวัด iit", "", "ภายใน"])
def test_instrument_differs_stays_silent(printed):
    assert not said_by("instrument-differs", with_score("2", instrument=printed))


def test_indicator_missing_speaks():
    table = scores()

    (finding,) = said_by("indicator-missing", scores(scores=table.scores[:-1]))

    assert finding.facts["indicator"] == 10


@pytest.mark.parametrize("rows", [0, 3, 10])
def test_indicator_missing_stays_silent(rows):
    table = scores()

    assert not said_by("indicator-missing", scores(scores=table.scores[:rows]))

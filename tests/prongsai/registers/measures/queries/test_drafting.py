"""Draft texts: only what finished steps and stored figures say."""

from datetime import date
from decimal import Decimal

import pytest

from prongsai.registers.measures.models import Kind, Measure, Step
from prongsai.registers.measures.queries import drafting
from prongsai.registers.measures.queries.drafting import Number
from tests.following import FIGURE, line, make_field, proved


def step(pk, **fields):
    return Step(pk=pk, text=f"ขั้นตอน {pk}", **fields)


def number(value, **facts):
    return Number(label="คะแนนเฉลี่ย", value=Decimal(value), unit="คะแนน", **facts)


def test_output_lists_finished_steps_with_date_and_note():
    steps = [
        step(1, done_on=date(2026, 1, 5), note=" ติดครบ "),
        step(2, done_on=date(2026, 2, 6)),
        step(3),
    ]

    assert drafting.output_text(steps).splitlines() == [
        "ดำเนินการแล้วเสร็จ 2 ขั้นตอน จากทั้งหมด 3 ขั้นตอน ดังนี้",
        "1. ขั้นตอน 1 แล้วเสร็จเมื่อวันที่ 5 ม.ค. 2569 — ติดครบ",
        "2. ขั้นตอน 2 แล้วเสร็จเมื่อวันที่ 6 ก.พ. 2569",
    ]


def test_output_says_when_all_or_none_are_done():
    done = step(1, done_on=date(2026, 1, 5))

    assert "ครบทั้ง 1 ขั้นตอน" in drafting.output_text([done])
    assert "ยังไม่มีขั้นตอนที่แล้วเสร็จ" in drafting.output_text([step(1)])
    assert drafting.output_text([]) == ""


def test_output_counts_points_and_not_their_headings():
    steps = [step(1), step(2, parent_id=1, done_on=date(2026, 1, 5))]

    assert "ครบทั้ง 1 ขั้นตอน" in drafting.output_text(steps)


@pytest.mark.parametrize(
    ("baseline", "target", "value", "word"),
    [
        (70, 85, 86, "บรรลุเป้าหมาย"),
        (70, 85, 84, "ยังไม่บรรลุเป้าหมาย"),
        (20, 5, 4, "บรรลุเป้าหมาย"),
        (20, 5, 6, "ยังไม่บรรลุเป้าหมาย"),
    ],
)
def test_outcome_is_compared_with_start_and_target(baseline, target, value, word):
    measure = Measure(baseline=Decimal(baseline), target=Decimal(target), unit="คะแนน")

    text = drafting.outcome_text(measure, [number(value)])

    assert f"จากเดิม {baseline} คะแนน เป็น {value} คะแนน" in text
    assert f" {word}" in text


def test_outcome_of_a_whole_states_the_percentage():
    text = drafting.outcome_text(Measure(), [number("30", of=Decimal("40.0000"))])

    assert text == "คะแนนเฉลี่ย 30 คะแนน จากทั้งหมด 40 คะแนน คิดเป็นร้อยละ 75.00"


def test_outcome_is_not_compared_where_the_units_differ():
    measure = Measure(baseline=Decimal(1), target=Decimal(2), unit="ร้อยละ")

    assert drafting.outcome_text(measure, [number(9)]) == "คะแนนเฉลี่ย 9 คะแนน"


@pytest.mark.django_db
def test_numbers_come_from_lines_and_from_evidence():
    field = make_field()
    assert drafting.numbers_of(field.measure) == []

    line(field, Kind.OUTCOME, "การยืม", figure_key=FIGURE)
    proved(field)

    found = drafting.numbers_of(field.measure)
    assert [(n.start, n.value) for n in found] == [(date(2025, 10, 1), Decimal(0))] * 2

"""Strangers at the following-up of measures: Alice's work opens nothing elsewhere."""

from datetime import date
from decimal import Decimal

from prongsai.registers.measures.actions import doing, rounds
from prongsai.registers.measures.models import Round
from tests.cast import NOW, TODAY
from tests.following import (
    Field,
    day,
    given_part,
    line,
    make_field,
    reported,
    submitted_part,
    written,
)

SECRETS = ["ความลับของอลิซ", "ขั้นตอนลับของอลิซ"]


def secret(office) -> Field:
    """A field whose measure and steps have names nobody else may read."""
    field = make_field(office, title=SECRETS[0])
    for step in field.steps:
        step.text, step.due_on = SECRETS[1], day(-1)
        step.save()
    return field


def measure(bring=None, **more):
    """Return a case about the measure, brought as far as ``bring`` says."""

    def case(office):
        field = secret(office)
        if bring is not None:
            bring(field)
        return {"kwargs": {"pk": field.measure.pk} | more, "secrets": SECRETS}

    return case


def step(bring=None, **data):
    def case(office):
        field = secret(office)
        if bring is not None:
            bring(field)
        kwargs = {"pk": field.steps[0].pk}
        return {"kwargs": kwargs, "data": data, "secrets": SECRETS}

    return case


def finished(field):
    doing.finish_step(field.steps[0], done_on=TODAY, by=field.alice, at=NOW)


def row(office):
    found = line(secret(office), text=SECRETS[1])
    data = {"text": "เปลี่ยน", "version": found.version}
    return {"kwargs": {"pk": found.pk}, "data": data, "secrets": SECRETS}


def part(make):
    def case(office):
        found = make(secret(office))
        data = {"text": "เปลี่ยน", "reason": "เปลี่ยน", "version": found.version}
        return {"kwargs": {"pk": found.pk}, "data": data, "secrets": SECRETS}

    return case


def plan(office):
    found = secret(office).plan
    data = {"cut_off": "20/11/2568"}
    return {"kwargs": {"pk": found.pk}, "data": data, "secrets": SECRETS}


def whole(office):
    """Lists: Alice's office has late work, words in a round and measures."""
    field = secret(office)
    rounds.say(
        field.measure,
        Round.YEAR,
        ends_on=date(2026, 9, 30),
        progress=Decimal(40),
        done=SECRETS[1],
        by=field.alice,
        at=NOW,
    )
    data = {"plan": field.plan.pk, "division": field.team.division.pk, "kind": "year"}
    return {"data": data, "secrets": SECRETS}


CASES = {
    "measures:mine": whole,
    "measures:board": whole,
    "measures:late": whole,
    "measures:rounds": whole,
    "measures:say": measure(),
    "measures:measure_begin": measure(),
    "measures:measure_report": measure(written),
    "measures:measure_close": measure(reported),
    "measures:measure_send_back": measure(reported),
    "measures:no_number": measure(),
    "measures:line_add": measure(kind="output"),
    "measures:line_edit": row,
    "measures:line_remove": row,
    "measures:step_finish": step(done_on="20/11/2568", note="เปลี่ยน"),
    "measures:step_undo": step(finished),
    "measures:part_give": measure(),
    "measures:part": part(given_part),
    "measures:part_submit": part(given_part),
    "measures:part_return": part(submitted_part),
    "measures:part_accept": part(submitted_part),
    "measures:cut_off": plan,
}

"""What the self-check says in words, what a year may expect, and how quick it is."""

import time
from datetime import date

import pytest
from django.utils.translation import override

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.organisations.models import Division
from prongsai.registers.disclosure.actions import checks as actions
from prongsai.registers.disclosure.actions import exemptions
from prongsai.registers.disclosure.models import Check, Item
from prongsai.registers.disclosure.queries import checks, contacts, prediction, showing
from prongsai.registers.disclosure.states import ItemState
from tests.cast import NOW, TODAY, make_division, make_user
from tests.disclosing import (
    complete,
    make_disclosure,
    without_live_parts,
    write_none,
    write_table,
    write_text,
)
from tests.prongsai.registers.disclosure.publishing import content, publish_item

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_elements_say_their_state_confidence_and_who_answers_them():
    kept = make_disclosure()
    item = without_live_parts(kept.item("o5"))
    write_text(item, by=kept.analyst, keys=["strategy.goals"], title_en="Our plan")

    with override("en"):
        lines = {line.key: line for line in checks.elements_of(item, on=TODAY)}

        goals, approach = lines["strategy.goals"], lines["strategy.approach"]
        assert (goals.word, goals.by, goals.parts) == ("Shown", "Our plan", (1,))
        assert goals.confidence_word == "Check against the manual"
        assert approach.word == "Not met"
        assert "check it against the manual" in approach.reasons[0].text


def test_an_exempted_element_is_said_and_not_asked():
    kept = make_disclosure()
    item = without_live_parts(kept.item("o22"))
    clerk = make_user(role=Role.CLERK)
    exemptions.give(
        item, key="risk.result.measures", reason="x", source="y", by=clerk, at=NOW
    )

    panel = checks.panel(item, on=TODAY)

    assert panel["asked_count"] == 0
    lines = panel["lines"]
    assert isinstance(lines, list)
    assert [line.is_asked for line in lines] == [False]


def test_the_statement_that_there_is_none_is_enough_for_complaints():
    kept = make_disclosure()
    item = without_live_parts(kept.item("o18"))
    write_none(item, by=kept.analyst, data_year=2568, ends_on=None)

    found = checks.checked_draft(item, on=TODAY)

    assert {one.code for one in found.findings} <= {"disclosure.period-unstated"}
    assert all(element.met for element in found.elements)


def test_telephones_of_the_office_and_its_divisions_are_official():
    kept = make_disclosure()
    Division.objects.filter(pk=make_division().pk).update(phone="081-234-5678")
    item = without_live_parts(kept.item("o22"))
    write_text(item, by=kept.analyst, body="<p>โทร. 08 1234 5678 และ 089-999-9999</p>")

    found = checks.checked_draft(item, on=TODAY)

    assert "081-234-5678" in contacts.official()
    telephones = [one for one in found.findings if one.code.endswith("telephone")]
    assert len(telephones) == 1


def test_registers_say_what_is_official_too():
    offered = {source.__module__.split(".")[-1] for source in contacts.sources()}

    assert "channels" in offered


@pytest.mark.slow
def test_ten_thousand_rows_are_checked_quickly():
    kept = make_disclosure()
    item = without_live_parts(kept.item("o12"))
    rows = [[f"รายการ {n}", f"{n}", "-", "ตกลงราคา"] for n in range(10_000)]
    write_table(
        item, by=kept.analyst, rows=rows, columns=("ก", "ข", "ค", "ง"), data_year=2568
    )

    begun = time.perf_counter()
    found = checks.checked_draft(item, on=TODAY)
    took = time.perf_counter() - begun

    assert not [one for one in found.findings if one.place.row]
    assert took < 3


@pytest.mark.slow
def test_what_is_public_is_shown_with_its_tables_links_and_times():
    make_disclosure()
    version = publish_item(frozen=content(rows=3))

    found = showing.shown_version(version)

    part = found.parts[0]
    assert part.title == ("ส่วนแรก", "First")
    assert part.tables[0].columns == (("ก", "A"), ("ข", "B"))
    assert len(part.tables[0].rows) == 3
    assert (part.data_year, part.ends) == (2569, date(2026, 3, 31))
    assert [link.url for link in part.links] == ["https://www.example.go.th/"]
    assert found.reachable is None
    assert found.made == {"pdf", "xlsx"}


class TestPrediction:
    def test_nothing_public_brings_nothing_and_the_cheapest_step_is_first(self):
        kept = make_disclosure()
        complete(kept.item("o22"), by=kept.analyst, data_year=2568)
        actions.run(kept.item("o22"), by=kept.analyst, at=NOW)

        found = prediction.of_year(kept.year)

        assert found.prediction.oit == 0
        assert found.prediction.from_year == 2568
        assert len(found.lines) == len(found.steps) == 26
        ready = next(line for line in found.steps if line.item.code == "o22")
        assert ready.is_ready
        assert ready.points.missing == 0

    def test_a_complete_public_item_brings_what_it_is_worth(self):
        kept = make_disclosure()
        version = publish_item("o22")
        item = kept.item("o22")
        Item.objects.filter(pk=item.pk).update(
            state=ItemState.PUBLISHED, published=version
        )
        assert prediction.of_year(kept.year).prediction.unknown == 1
        Check.objects.create(
            organisation=item.organisation, item=item, of_version=version,
            framework_revision=1, is_complete=True, checked_at=NOW,
        )  # fmt: skip

        found = prediction.of_year(kept.year).prediction

        assert found.oit == next(row.worth for row in found.items if row.code == "o22")
        Item.objects.filter(pk=item.pk).update(state=ItemState.BROKEN)
        assert prediction.of_year(kept.year).prediction.oit == 0

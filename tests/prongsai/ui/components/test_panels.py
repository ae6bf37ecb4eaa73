"""Cards, facts, tabs, timelines, steppers and dialogs."""

from datetime import UTC, date, datetime

import pytest

from prongsai.ui.steps import Step
from prongsai.ui.tabs import Tab
from prongsai.ui.timeline import Moment
from tests.drawing import HOSTILE, draw, text_of, tree_of


@pytest.mark.parametrize(("level", "tag"), [(2, "h2"), (3, "h3"), (1, "h2"), (9, "h4")])
def test_card_has_a_title_below_that_of_the_page(level, tag):
    tree = tree_of(draw("{% card t level=n %}x{% endcard %}", t=HOSTILE, n=level))

    assert tree.find(f".//{tag}").text_content() == HOSTILE


def test_card_with_an_address_is_reached_by_its_title():
    tree = tree_of(draw('{% card "T" href="/loan/1/" %}x{% endcard %}'))

    assert [a.get("href") for a in tree.iter("a")] == ["/loan/1/"]


def test_card_without_a_title_has_no_empty_heading():
    assert tree_of(draw("{% card %}x{% endcard %}")).findall(".//h2") == []


@pytest.mark.parametrize(("language", "word"), [("th", "ไม่ได้ระบุ"), ("en", "not given")])
def test_facts_say_where_nothing_is_given(language, word):
    pairs = [("a", 0), ("b", ""), ("c", None), (HOSTILE, HOSTILE)]
    tree = tree_of(draw("{% facts pairs %}", language=language, pairs=pairs))

    values = [dd.text_content().strip() for dd in tree.iter("dd")]
    assert values == ["0", word, word, HOSTILE]
    assert [dt.text_content() for dt in tree.iter("dt")] == ["a", "b", "c", HOSTILE]


def test_timeline_tells_when_what_and_who():
    events = [
        Moment(
            at=datetime(2025, 10, 8, 2, 5, tzinfo=UTC),
            title=HOSTILE,
            text="more",
            who="Alice",
        ),
        Moment(at=date(2025, 10, 7), title="asked"),
    ]
    tree = tree_of(draw("{% timeline events %}", events=events))

    first, second = tree.findall(".//li")
    assert "8 ต.ค. 2568 09:05 น. · Alice" in " ".join(first.text_content().split())
    assert HOSTILE in first.text_content()
    assert first.find(".//time").get("datetime").startswith("2025-10-08")
    assert second.find(".//time").get("datetime") == "2025-10-07"


def test_stepper_says_in_words_where_the_work_stands():
    steps = [
        Step(label="asked", state="done"),
        Step(label="checked", state="failed", note=HOSTILE),
        Step(label="lent", state="now"),
        Step(label="back"),
    ]
    tree = tree_of(draw('{% stepper steps "The way" %}', steps=steps, language="en"))

    rows = tree.findall(".//li")
    states = [row.find(".//*[@class='step-state']").text_content() for row in rows]
    assert states == ["done", "stopped here", "now", "to come"]
    assert [row.get("aria-current") for row in rows] == [None, None, "step", None]
    assert HOSTILE in rows[1].text_content()
    assert tree.find(".//ol").get("aria-label") == "The way"


def test_tabs_are_links_and_one_of_them_is_this_page():
    items = [
        Tab(label=HOSTILE, href="/a/?x=1&y=2", current=True, count=0),
        Tab(label="b", href="/b/"),
    ]
    tree = tree_of(draw("{% tabs items %}", items=items))

    first, second = tree.iter("a")
    assert (first.get("aria-current"), second.get("aria-current")) == ("page", None)
    assert first.get("href") == "/a/?x=1&y=2"
    assert first.text_content() == f"{HOSTILE} 0"
    assert tree.find(".//nav").get("aria-label")


def test_dialog_opens_by_its_own_address_and_leads_back():
    code = '{% dialog "d1" title button %}<p>{{ title }}</p>{% enddialog %}'
    tree = tree_of(draw(code, title=HOSTILE, button=HOSTILE))

    dialog = tree.find(".//dialog")
    opener = tree.find(".//a[@data-opens='d1']")
    closer = dialog.find(".//a[@data-closes]")
    assert opener.get("href") == "#d1"
    assert closer.get("href") == f"#{opener.getparent().get('id')}"
    assert dialog.get("aria-labelledby") == dialog.find(".//h2").get("id")
    assert tree.findall(".//b") == []


def test_nothing_to_tell_is_an_empty_list():
    assert (
        text_of(draw("{% timeline nothing %}{% facts nothing %}{% stepper nothing %}"))
        == ""
    )

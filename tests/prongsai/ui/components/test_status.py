"""A status is a word, an icon and a colour; none of them alone."""

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message

from prongsai.ui.components.status import MESSAGE_TONES, TONES
from prongsai.ui.icons import ICONS
from tests.drawing import HOSTILE, draw, text_of, tree_of


@pytest.mark.parametrize("tone", TONES)
def test_badge_has_word_icon_and_colour(tone):
    (badge,) = tree_of(draw("{% badge word tone %}", word="late", tone=tone))

    assert badge.get("class") == f"badge {tone}"
    assert badge.find("svg/path").get("d") == ICONS[TONES[tone]]
    assert badge.text_content().strip() == "late"


def test_every_tone_has_an_icon_of_its_own():
    assert len({ICONS[icon] for icon in TONES.values()}) == len(TONES)


def test_badge_of_an_unknown_tone_is_plain():
    (badge,) = tree_of(draw("{% badge word tone %}", word="x", tone=HOSTILE))

    assert badge.get("class") == "badge plain"


def test_a_hostile_word_stays_text():
    (badge,) = tree_of(draw('{% badge word "ok" %}', word=HOSTILE))

    assert HOSTILE in badge.text_content()


def test_alert_keeps_its_content_and_escapes_its_title():
    code = '{% alert "warn" title %}<p>in <em>short</em> {{ x }}</p>{% endalert %}'
    (alert,) = tree_of(draw(code, title=HOSTILE, x=HOSTILE))

    assert alert.get("class") == "alert warn"
    assert alert.find(".//em") is not None
    assert alert.findall(".//b") == []


def test_only_what_failed_interrupts_those_who_listen():
    bad = tree_of(draw('{% alert "bad" %}x{% endalert %}'))[0]
    info = tree_of(draw('{% alert "info" %}x{% endalert %}'))[0]

    assert (bad.get("role"), info.get("role")) == ("alert", None)


@pytest.mark.parametrize("level", MESSAGE_TONES)
def test_a_message_is_drawn_in_the_tone_of_its_level(level):
    (notice,) = tree_of(draw("{% notice m %}", m=Message(level, HOSTILE)))

    assert MESSAGE_TONES[level] in notice.get("class").split()
    assert HOSTILE in notice.text_content()
    assert notice.get("role") in {"alert", "status"}
    assert (notice.get("role") == "alert") == (level == constants.ERROR)


@pytest.mark.parametrize(
    ("value", "of", "percent"),
    [
        (0, 4, "0 %"),
        (1, 3, "33 %"),
        (3, 3, "100 %"),
        (5, 3, "100 %"),
        (-1, 3, "0 %"),
        (0, 0, "0 %"),
    ],
)
def test_progress_stays_between_nothing_and_all(value, of, percent):
    tree = tree_of(
        draw("{% progress value of label %}", value=value, of=of, label="done")
    )

    bar = tree.find(".//progress")
    assert percent in tree.text_content()
    assert 0 <= float(bar.get("value")) <= float(bar.get("max"))
    assert bar.get("aria-label") == "done"


def test_empty_says_what_to_do_first():
    drawn = draw(
        "{% empty title %}<p>First {{ x }}</p>{% endempty %}", title=HOSTILE, x="ask"
    )

    assert HOSTILE in tree_of(drawn).text_content()
    assert text_of(drawn).endswith("First ask")

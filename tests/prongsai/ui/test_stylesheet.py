"""One stylesheet: whole, from our own server, in the office's colour."""

import re

import pytest

from prongsai.ui.stylesheet import _FOLDER, PARTS, common_rules, digest, theme


def test_every_file_of_styles_is_served_once():
    assert sorted(PARTS) == sorted(path.stem for path in _FOLDER.glob("*.css"))


def test_braces_and_comments_are_closed():
    rules = common_rules()

    assert rules.count("{") == rules.count("}")
    assert "/*" not in rules
    assert "*/" not in rules


def test_nothing_comes_from_another_server():
    urls = re.findall(r'url\("([^"]*)"\)', common_rules())

    assert len(urls) == 2
    assert all(url.startswith("/static/ui/fonts/Sarabun-") for url in urls)
    assert "@import" not in common_rules()
    assert "//" not in common_rules()


def test_every_token_that_is_used_is_defined():
    rules = common_rules() + theme("#0b5563")
    used = set(re.findall(r"var\(--([\w-]+)", rules))
    defined = set(re.findall(r"--([\w-]+):", rules))

    assert used <= defined


def test_thai_is_never_letter_spaced_and_lines_stand_apart():
    rules = common_rules()

    assert "letter-spacing" not in rules
    assert re.search(r"body \{[^}]*line-height: 1\.[6-9]", rules)
    assert re.search(r"h1, h2, h3, h4 \{[^}]*line-height: 1\.[6-9]", rules)


def test_the_look_respects_people_who_want_no_motion_and_paper():
    assert "prefers-reduced-motion: reduce" in common_rules()
    assert "@media print" in common_rules()
    assert "forced-colors: active" in common_rules()


@pytest.mark.parametrize("path", sorted(_FOLDER.glob("*.css")), ids=lambda p: p.name)
def test_a_file_of_styles_fits_on_a_few_screens(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 150


def test_a_theme_carries_the_colour_and_nothing_else():
    rule = theme("#aa3366")

    assert "--office:#aa3366" in rule
    assert re.fullmatch(r":root\{(--[\w-]+:#[0-9a-f]{6};?)+\}\n", rule)


def test_the_address_changes_with_the_look():
    assert re.fullmatch(r"[0-9a-f]{12}", digest())

"""Templates keep the content security policy: nothing inline, nothing from elsewhere."""

import re
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[3] / "src/prongsai"
PAGES = sorted(
    path for path in SOURCES.rglob("*.html") if "/email/" not in path.as_posix()
)
SCRIPTS = sorted(SOURCES.rglob("static/**/*.js"))

FORBIDDEN = {
    "a style": r"<style|\sstyle\s*=",
    "a script": r"<script(?![^>]*\s(?:src=|type=\"application/json\"))[^>]*>",
    "a handler": r"<[^>{]*\son[a-z]+\s*=",
    "an address that runs": r"javascript:",
    "htmx that evaluates": r"hx-(?:on|vals=.?js|vars)",
    "something from elsewhere": (
        r"""(?:\ssrc|<link[^>]*\shref|srcset|poster)\s*=\s*["']?(?:https?:)?//"""
    ),
}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(SOURCES)))
def test_template_holds_nothing_the_policy_forbids(path):
    text = path.read_text(encoding="utf-8")
    found = [
        what
        for what, shape in FORBIDDEN.items()
        if re.search(shape, text, re.IGNORECASE)
    ]

    assert found == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_script_makes_no_code_and_no_markup_from_text(path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(
        r"\beval\(|new Function|innerHTML|outerHTML|document\.write", text
    )
    assert not re.search(r"\.style\b|setAttribute\(\"style\"", text)
    assert len(text.splitlines()) <= 400


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a style", '<p style="color:red">'),
        ("a style", "<style>p{}</style>"),
        ("a script", "<script>x()</script>"),
        ("a script", '<script type="module">x()</script>'),
        ("a handler", '<a onclick="x()">'),
        ("something from elsewhere", '<img src="https://example.org/x.png">'),
        ("something from elsewhere", '<link rel="x" href="//example.org/x.css">'),
    ],
)
def test_what_is_forbidden_would_be_found(what, text):
    assert re.search(FORBIDDEN[what], text, re.IGNORECASE)

"""Every sentence of a library that our people can meet is Thai.

The catalogues of the libraries come first; ``config/locale`` wins over them, where they
have nothing or nothing good. What no page of ours shows is named below, with the reason.
"""

import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import allauth
import django
import django_filters
import polib
import pytest

from prongsai.config.settings import PACKAGE  # noqa: TID251  # where our words are

CATALOGUE = Path("locale/{}/LC_MESSAGES/django.po")
OURS = PACKAGE / "config/locale/th/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[-.\d]*[a-z]|%[a-z]|\{\w*\}")

LANGUAGES = (
    "a language of the world; we offer Thai and English, and name those ourselves"
)
DEVELOPERS = "shown to those who write software, with DEBUG on or in Django's admin"
SYMBOLS = "the same in both languages"
NOT_SHOWN = {
    **dict.fromkeys(
        [
            "Algerian Arabic", "Central Kurdish (Sorani)", "Lower Sorbian", "Igbo",
            "Scottish Gaelic", "Upper Sorbian", "Ido", "Kabyle", "Kyrgyz", "Marathi",
            "Malay", "Norwegian Bokmål", "Ossetic", "Tajik", "Turkmen", "Uyghur",
            "Uzbek",
        ],
        LANGUAGES,
    ),
    **dict.fromkeys(
        [
            "Site Maps", "Static Files", "Syndication",
            "Connect, get help, or contribute", "Django Documentation",
            "The install worked successfully! Congratulations!",
            "Topics, references, &amp; how-to’s", "Tutorial: A Polling App",
        ],
        DEVELOPERS,
    ),
    **dict.fromkeys(
        [
            "…", "IPv4", "IPv6", "IPv4 or IPv6", "%(truncated_text)s…", "uid",
            ":", ":?.!", "%s KB", "%s MB", "%s GB", "%s TB", "%s PB",
            "a.m.", "p.m.", "AM", "PM", ", ", "URL", "IPv4 address",
        ],
        SYMBOLS,
    ),
}  # fmt: skip
DEVELOPERS_PAGES = ("docs.djangoproject.com",)
SHORT_OF_A_UNIT = re.compile(r"[a-z]+illion$|googol$")
"""Numbers of a size no office's page writes in words."""


def of(module: object, language: str) -> polib.POFile:
    folder = Path(str(getattr(module, "__file__", module))).parent
    return polib.pofile(str(folder / str(CATALOGUE).format(language)))


def sentences() -> list[polib.POEntry]:
    """What Django, the sign-in library and the filters may say."""
    root = Path(django.__file__).parent
    found = [
        *of(root / "conf/x", "en"),
        *of(root / "contrib/auth/x", "en"),
        *of(root / "contrib/humanize/x", "en"),
        *of(allauth, "th"),
        *of(django_filters, "pl"),
    ]
    return [e for e in found if not e.obsolete and not _is_elsewhere(e)]


def _is_elsewhere(entry: polib.POEntry) -> bool:
    places = [place for place, _line in entry.occurrences]
    if entry.msgid in NOT_SHOWN or SHORT_OF_A_UNIT.search(entry.msgid):
        return True
    if any(page in entry.msgid for page in DEVELOPERS_PAGES):
        return True
    apart = ("providers/", "headless", "idp", "templates/idp")
    return bool(places) and all(
        any(part in place for part in apart) and "openid_connect" not in place
        for place in places
    )


@pytest.fixture(scope="module")
def thai() -> GNUTranslations:
    """What gettext answers in Thai: ours first, then the libraries'."""
    root = Path(django.__file__).parent
    layers = [
        polib.pofile(str(OURS)),
        of(allauth, "th"),
        of(root / "contrib/auth/x", "th"),
        of(root / "contrib/humanize/x", "th"),
        of(root / "conf/x", "th"),
    ]
    first, *others = [GNUTranslations(BytesIO(layer.to_binary())) for layer in layers]
    for other in others:
        first.add_fallback(other)
    return first


def answer(thai: GNUTranslations, entry: polib.POEntry) -> str:
    if entry.msgid_plural and entry.msgctxt:
        return thai.npgettext(entry.msgctxt, entry.msgid, entry.msgid_plural, 2)
    if entry.msgid_plural:
        return thai.ngettext(entry.msgid, entry.msgid_plural, 2)
    if entry.msgctxt:
        return thai.pgettext(entry.msgctxt, entry.msgid)
    return thai.gettext(entry.msgid)


def test_every_sentence_of_a_library_is_thai(thai):
    english = {
        entry.msgid
        for entry in sentences()
        if answer(thai, entry) in {entry.msgid, entry.msgid_plural}
    }

    assert english == set()


def test_there_are_many_sentences():
    assert len(sentences()) > 500


def test_no_exception_is_made_for_what_is_translated(thai):
    needless = {
        text
        for text, reason in NOT_SHOWN.items()
        if reason in {LANGUAGES, DEVELOPERS} and thai.gettext(text) != text
    }

    assert needless == set()


def test_ours_keep_every_placeholder_and_are_all_translated():
    catalogue = polib.pofile(str(OURS))
    wrong = {}
    for entry in catalogue:
        thai = entry.msgstr or entry.msgstr_plural.get(0, "")
        there = sorted(set(PLACEHOLDER.findall(thai)))
        wanted = sorted(set(PLACEHOLDER.findall(entry.msgid)))
        if there != wanted:
            wrong[entry.msgid] = thai

    assert wrong == {}
    assert catalogue.untranslated_entries() == catalogue.fuzzy_entries() == []


def test_ours_speak_only_of_what_a_library_says():
    known = {(e.msgctxt, e.msgid) for e in sentences()}
    root = Path(django.__file__).parent
    known |= {
        (e.msgctxt, e.msgid)
        for folder in ("conf/x", "contrib/auth/x", "contrib/contenttypes/x")
        for e in of(root / folder, "en")
    }
    known |= {(e.msgctxt, e.msgid) for e in of(allauth, "th")}

    assert {(e.msgctxt, e.msgid) for e in polib.pofile(str(OURS))} <= known

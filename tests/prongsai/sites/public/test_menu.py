"""The public menu: what can be opened, and where the reader is."""

import pytest

from prongsai.sites.public.menu import DOORS, entries


@pytest.mark.parametrize(
    ("here", "current"),
    [
        ("/", "/"),
        ("/privacy/", None),
        ("/ita/2569/o12/", "/ita/"),
        ("/news/2569/fair/", "/news/"),
        ("/people/", "/people/"),
        ("/people/structure/", "/people/"),
        ("/people/contact/", "/people/contact/"),
        ("/lending/", "/services/"),
    ],
)
def test_one_entry_at_most_is_current(here, current):
    marked = [entry.href for entry in entries(here) if entry.is_current]

    assert marked == ([current] if current else [])


def test_every_entry_and_every_door_opens():
    assert len(entries("/")) == 6
    assert all(door.href for door in DOORS)

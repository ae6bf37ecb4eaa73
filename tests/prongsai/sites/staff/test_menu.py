"""The menu of the back office: everybody sees what they may open."""

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.sites.staff import menu
from prongsai.sites.staff.menu import ENTRIES, MenuEntry, menu_of, today
from tests.cast import client_of, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def labels(user) -> set[str]:
    return {str(entry.url_name) for group in menu_of(user) for entry in group.entries}


def test_an_entry_nobody_allows_is_not_shown(monkeypatch):
    user = make_user()
    shown = MenuEntry("a", "staff_home", "", menu.everyone)
    hidden = MenuEntry("b", "gallery", "", lambda _user: False)
    missing = MenuEntry("c", "no_such_page", "", menu.everyone)
    monkeypatch.setattr(menu, "ENTRIES", [shown, hidden, missing])

    assert labels(user) == {"staff_home"}


def test_entries_of_one_group_stand_together(monkeypatch):
    entries = [
        MenuEntry("a", "staff_home", "one"),
        MenuEntry("b", "gallery", "two"),
        MenuEntry("c", "home", "one"),
    ]
    monkeypatch.setattr(menu, "ENTRIES", entries)

    found = [
        (group.label, [entry.label for entry in group.entries])
        for group in menu_of(make_user())
    ]

    assert found == [("one", ["a", "c"]), ("two", ["b"])]


def test_only_administrators_see_how_the_office_is_kept():
    officer, administrator = make_user(), make_user(role=Role.ADMINISTRATOR)

    assert "office:office" in labels(administrator)
    assert "office:office" not in labels(officer)
    assert "staff_home" in labels(officer)


def test_a_permission_is_asked_about_today():
    asked = []

    def may(user, *, on):
        asked.append(on)
        return True

    assert today(may)(make_user())
    assert len(asked) == 1


def test_every_entry_leads_somewhere():
    assert [e.url_name for e in ENTRIES if not e.href] == []


@pytest.mark.parametrize("role", Role)
def test_every_entry_that_is_shown_can_be_opened(role):
    user = make_user(role=role)
    client = client_of(user)

    answers = {name: client.get(reverse(name)).status_code for name in labels(user)}

    assert set(answers.values()) == {200}, answers

"""A sign-in ends by itself: after some minutes without a deed, and after some hours."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.foundations.accounts.sessions import BEGAN, SEEN, is_over
from tests.cast import NOW, client_of, make_user

MINUTE, HOUR = 60, 3600
moments = st.integers(0, 48 * HOUR)


@given(idle=moments, lasted=moments)
def test_a_session_is_over_exactly_beyond_its_two_limits(idle, lasted):
    now = NOW.timestamp()

    over = is_over(began=now - lasted, seen=now - idle, at=NOW)

    assert over == (idle > 30 * MINUTE or lasted > 12 * HOUR)


@given(idle=moments, lasted=moments, later=moments)
def test_a_session_that_is_over_stays_over(idle, lasted, later):
    now = NOW.timestamp()
    began, seen = now - lasted, now - idle

    if is_over(began=began, seen=seen, at=NOW):
        assert is_over(began=began, seen=seen, at=NOW + timedelta(seconds=later))


def aged(client, **ages: int) -> None:
    """Let a client's session be older than it is."""
    session = client.session
    for name, seconds in ages.items():
        session[{"began": BEGAN, "seen": SEEN}[name]] -= seconds
    session.save()


@pytest.fixture
def alice(db):
    client = client_of(make_user())
    client.get("/staff/")
    return client


def test_half_an_hour_without_a_deed_signs_out(alice):
    aged(alice, seen=31 * MINUTE)

    answer = alice.get("/staff/people/me/")

    assert answer["Location"] == "/account/login/?next=/staff/people/me/"
    assert alice.get("/staff/").status_code == 302


def test_twelve_hours_sign_out_however_busy(alice):
    aged(alice, began=12 * HOUR + 5)

    assert alice.get("/staff/").status_code == 302


def test_a_form_sent_too_late_is_shown_back(alice):
    aged(alice, seen=31 * MINUTE)

    answer = alice.post("/staff/people/me/phone/", {"phone": "081 111 1111"})

    assert answer.status_code == 401
    assert "081 111 1111" in answer.content.decode()


def test_work_keeps_a_session_alive_and_is_noted_once_a_minute(alice):
    before = alice.session[SEEN]
    alice.get("/staff/")
    unchanged = alice.session[SEEN]
    aged(alice, seen=29 * MINUTE)

    alice.get("/staff/")

    assert unchanged == before
    assert alice.session[SEEN] >= before


def test_public_pages_neither_note_nor_end_anything(alice):
    aged(alice, seen=31 * MINUTE)
    before = dict(alice.session)

    alice.get("/")

    assert dict(alice.session) == before


def test_the_limit_follows_the_setting(settings):
    settings.SESSION_IDLE_MINUTES = 5
    now = datetime(2026, 1, 1, tzinfo=UTC)

    assert is_over(began=now.timestamp(), seen=now.timestamp() - 301, at=now)

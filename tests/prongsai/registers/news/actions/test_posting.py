"""Posting elsewhere: off at first, once only, tried a few times, the token never seen."""

import threading
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.records.versions import StalePage
from prongsai.registers.news import tasks
from prongsai.registers.news.actions import attaching, posting, refusals, sealing
from prongsai.registers.news.actions.posting import Access
from prongsai.registers.news.actions.sending import Answer, End, Message, send
from prongsai.registers.news.models import Outlet, Posting
from prongsai.registers.news.states import OutletKind, PostingState
from tests.cast import NOW, make_user
from tests.newsroom import LATER, make_newsroom, published, written

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LINE, FACEBOOK = OutletKind.LINE, OutletKind.FACEBOOK
TOKEN = "secret-token-of-the-office"


@pytest.fixture(autouse=True)
def no_printing(monkeypatch):
    """No notice is printed here."""
    monkeypatch.setattr(attaching, "_notices", [])


@contextmanager
def other_side(*statuses):
    """A loopback server that answers with these statuses; gives what it was sent."""
    seen, answers = [], list(statuses)

    class Side(BaseHTTPRequestHandler):
        def do_POST(self):
            size = int(self.headers["Content-Length"])
            body = self.rfile.read(size).decode()
            seen.append((self.path, dict(self.headers), body))
            self.send_response(answers.pop(0))
            self.end_headers()

        def log_message(self, *_words):
            pass

    server = HTTPServer(("127.0.0.1", 0), Side)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def switched_on(kind=LINE, *, by=None, page="1234"):
    by = by or make_user(role=Role.ADMINISTRATOR)
    return posting.switch_on(
        kind, Access(token=TOKEN, page=page), version=0, by=by, at=NOW
    )


def asked(kind=LINE):
    room = make_newsroom()
    switched_on(kind)
    return room, posting.ask(published(room), kind, by=room.head, at=LATER)


def message(kind=LINE):
    return Message(
        kind=kind, text="ข่าว", url="http://x/", page="1234", token=TOKEN, key="k-1"
    )


def test_nothing_is_posted_before_an_administrator_switches_it_on():
    room = make_newsroom()
    article = published(room)

    with pytest.raises(refusals.OutletOff):
        posting.ask(article, LINE, by=room.head, at=LATER)
    with pytest.raises(PermissionDenied):
        switched_on(by=room.clerk)
    switched_on()
    assert posting.ask(article, LINE, by=room.head, at=LATER).state == "waiting"


def test_the_token_is_kept_sealed_and_stands_in_no_history():
    outlet = switched_on()

    assert TOKEN not in Outlet.objects.get().sealed
    assert sealing.opened(outlet.sealed) == TOKEN
    assert not any(TOKEN in str(vars(event)) for event in Event.objects.all())


def test_a_changed_secret_of_the_installation_is_said(settings):
    outlet = switched_on()
    settings.SECRET_KEY = "another secret of this installation, long enough"

    with pytest.raises(refusals.TokenUnreadable):
        sealing.opened(outlet.sealed)


def test_switching_needs_a_token_and_a_page_and_the_page_one_saw():
    admin = make_user(role=Role.ADMINISTRATOR)

    for kind, access in ((LINE, Access()), (FACEBOOK, Access(token=TOKEN))):
        with pytest.raises(refusals.TokenMissing):
            posting.switch_on(kind, access, version=0, by=admin, at=NOW)
    row = switched_on(by=admin)
    with pytest.raises(StalePage):
        posting.switch_off(LINE, version=row.version + 1, by=admin, at=NOW)
    off = posting.switch_off(LINE, version=row.version, by=admin, at=NOW)
    assert (off.is_on, off.sealed) == (False, "")


def test_a_version_is_posted_once_and_only_what_is_public():
    room, _first = asked()

    with pytest.raises(refusals.AlreadyAsked):
        posting.ask(_first.article, LINE, by=room.head, at=LATER)
    with pytest.raises(refusals.NotPublic):
        posting.ask(written(room), LINE, by=room.head, at=LATER)
    with pytest.raises(PermissionDenied):
        posting.ask(_first.article, LINE, by=make_user(), at=LATER)


def test_line_gets_the_text_with_its_retry_key(settings):
    _room, row = asked()

    with other_side(200) as (address, seen):
        settings.NEWS_LINE_API = address
        said = posting.begin(row, by=None, at=LATER)
        assert said is not None
        ended = posting.end(row, send(said), by=None, at=LATER)

    (path, headers, body) = seen[0]
    assert path == "/v2/bot/message/broadcast"
    assert headers["X-Line-Retry-Key"] == str(row.key)
    assert headers["Authorization"] == f"Bearer {TOKEN}"
    assert "เปิดห้องสมุดชุมชน" in body
    assert (ended.state, ended.status) == (PostingState.SENT, 200)
    assert posting.begin(ended, by=None, at=LATER) is None


def test_facebook_gets_text_and_link_at_its_page(settings):
    with other_side(200) as (address, seen):
        settings.NEWS_FACEBOOK_API = address
        answer = send(message(FACEBOOK))

    path, _headers, body = seen[0]
    assert path.endswith("/1234/feed")
    assert parse_qs(body)["link"] == ["http://x/"]
    assert answer.end == End.SENT


@pytest.mark.parametrize(
    ("kind", "status", "end"),
    [
        (LINE, 409, End.SENT),  # the first attempt was taken
        (LINE, 500, End.AGAIN),
        (LINE, 429, End.AGAIN),
        (LINE, 401, End.NO),
        (LINE, 400, End.NO),
        (LINE, 302, End.NO),
        (FACEBOOK, 500, End.UNKNOWN),
        (FACEBOOK, 429, End.AGAIN),
        (FACEBOOK, 403, End.NO),
    ],
)
def test_what_an_answer_means(settings, kind, status, end):
    with other_side(status) as (address, _seen):
        settings.NEWS_LINE_API = settings.NEWS_FACEBOOK_API = address

        assert send(message(kind)).end == end


def test_nobody_there_is_tried_again(settings):
    settings.NEWS_LINE_API = "http://127.0.0.1:1"

    assert send(message()) == Answer(end=End.AGAIN, problem="no-connection")


def test_after_five_attempts_a_person_is_asked_and_may_ask_again_with_the_same_key():
    room, row = asked()

    for _ in range(5):
        assert posting.begin(row, by=None, at=LATER)
        row = posting.end(row, Answer(end=End.AGAIN, status=500), by=None, at=LATER)

    assert (row.state, row.attempts) == (PostingState.FAILED, 5)
    assert Notification.objects.get(code="news.not-posted").receiver == room.head
    again = posting.ask(row.article, LINE, by=room.head, at=LATER)
    assert (again.key, again.attempts) == (row.key, 0)


def test_an_attempt_cut_off_is_begun_again_for_line_but_not_for_facebook():
    room, line = asked()
    switched_on(FACEBOOK)
    facebook = posting.ask(line.article, FACEBOOK, by=room.head, at=LATER)
    posting.begin(line, by=None, at=LATER)
    posting.begin(facebook, by=None, at=LATER)

    assert posting.begin(line, by=None, at=LATER) is not None
    assert posting.begin(facebook, by=None, at=LATER) is None
    assert Posting.objects.get(pk=facebook.pk).state == PostingState.UNCERTAIN


def test_after_a_day_line_no_longer_knows_the_key_and_a_person_looks():
    _room, row = asked()
    posting.begin(row, by=None, at=LATER)
    posting.end(row, Answer(end=End.AGAIN, problem="no-answer"), by=None, at=LATER)

    assert posting.begin(row, by=None, at=LATER + timedelta(hours=25)) is None

    assert Posting.objects.get().state == PostingState.UNCERTAIN


def test_an_unknown_end_is_settled_by_whoever_looked():
    room, row = asked(FACEBOOK)
    with pytest.raises(refusals.NothingToSettle):
        posting.settle(row, is_there=True, by=room.head, at=LATER)
    posting.begin(row, by=None, at=LATER)
    row = posting.end(row, Answer(end=End.UNKNOWN), by=None, at=LATER)

    with pytest.raises(PermissionDenied):
        posting.settle(row, is_there=True, by=make_user(), at=LATER)
    settled = posting.settle(row, is_there=True, by=room.head, at=LATER)
    assert (settled.state, settled.settled_by) == (PostingState.SENT, room.head)


def test_what_was_switched_off_meanwhile_is_not_posted():
    _room, row = asked()
    Outlet.objects.update(is_on=False)

    assert posting.begin(row, by=None, at=LATER) is None
    assert Posting.objects.get().problem == "switched-off"


def test_the_task_posts_what_waits(settings, django_capture_on_commit_callbacks):
    _room, row = asked()

    with other_side(200) as (address, seen):
        settings.NEWS_LINE_API = address
        with django_capture_on_commit_callbacks(execute=True):
            tasks.post.enqueue(posting=row.pk)

    assert len(seen) == 1
    assert Posting.objects.get().state == PostingState.SENT

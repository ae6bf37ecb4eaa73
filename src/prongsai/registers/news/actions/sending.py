"""One request to LINE or Facebook, and what its answer means; nothing is stored here."""

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings

from prongsai.registers.news.states import OutletKind

_SECONDS = 15
_MOST_ANSWER = 64 * 1024
_FACEBOOK = "/v21.0"
_SERVER = 500


class End(StrEnum):
    """How an attempt ended."""

    SENT = "sent"
    AGAIN = "again"  # not taken, may be tried again
    NO = "no"  # refused: trying again would not help
    UNKNOWN = "unknown"  # no answer: it may have been taken


_REFUSALS = {
    int(HTTPStatus.UNAUTHORIZED): (End.NO, "not-allowed"),
    int(HTTPStatus.FORBIDDEN): (End.NO, "not-allowed"),
    int(HTTPStatus.TOO_MANY_REQUESTS): (End.AGAIN, "too-many"),
}


@dataclass(frozen=True, kw_only=True)
class Message:
    """What is posted, where, with which token; ``key`` names this posting for good."""

    kind: OutletKind
    text: str
    url: str
    page: str
    token: str
    key: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How it ended, the status that came, and a short code for the reason."""

    end: End
    status: int | None = None
    problem: str = ""


def send(message: Message) -> Answer:
    """Send it once; never raises for what the other side does."""
    is_line = message.kind == OutletKind.LINE
    base = settings.NEWS_LINE_API if is_line else settings.NEWS_FACEBOOK_API
    path, headers, body = _line(message) if is_line else _facebook(message)
    try:
        connection = _connected(base)
        connection.connect()
    except (OSError, HTTPException, ValueError):
        return Answer(end=End.AGAIN, problem="no-connection")
    try:
        root = urlsplit(base).path.rstrip("/")
        connection.request("POST", root + path, body=body, headers=dict(headers))
        answer = connection.getresponse()
        answer.read(_MOST_ANSWER)
    except (OSError, HTTPException):
        # Sent, perhaps taken: LINE knows the key of a second attempt, Facebook does not.
        return Answer(end=End.AGAIN if is_line else End.UNKNOWN, problem="no-answer")
    finally:
        connection.close()
    return _meaning(message.kind, answer.status)


def _line(message: Message) -> tuple[str, Mapping[str, str], bytes]:
    body = {"messages": [{"type": "text", "text": message.text}]}
    headers = {
        "Authorization": f"Bearer {message.token}",
        "Content-Type": "application/json",
        "X-Line-Retry-Key": message.key,
    }
    said = json.dumps(body, ensure_ascii=False).encode()
    return "/v2/bot/message/broadcast", headers, said


def _facebook(message: Message) -> tuple[str, Mapping[str, str], bytes]:
    body = {"message": message.text, "link": message.url}
    headers = {
        "Authorization": f"Bearer {message.token}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    path = f"{_FACEBOOK}/{quote(message.page, safe='')}/feed"
    return path, headers, urlencode(body).encode("ascii")


def _connected(base: str) -> HTTPConnection:
    parts = urlsplit(base)
    if parts.scheme == "https":
        trust = ssl.create_default_context()
        return HTTPSConnection(parts.netloc, timeout=_SECONDS, context=trust)
    return HTTPConnection(parts.netloc, timeout=_SECONDS)


def _meaning(kind: OutletKind, status: int) -> Answer:
    is_line = kind == OutletKind.LINE
    if is_line and status == HTTPStatus.CONFLICT:
        return Answer(end=End.SENT, status=status)  # the first attempt was taken
    if status < HTTPStatus.MULTIPLE_CHOICES:
        end, problem = End.SENT, ""
    elif status >= _SERVER:
        end = End.AGAIN if is_line else End.UNKNOWN
        problem = "their-trouble"
    else:
        end, problem = _REFUSALS.get(status, (End.NO, "refused"))
    return Answer(end=end, status=status, problem=problem)

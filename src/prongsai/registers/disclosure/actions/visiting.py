"""The way of the watcher: from address to address as a stranger; writes nothing."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from http import HTTPStatus
from time import monotonic, sleep
from urllib.parse import urlsplit

from prongsai.foundations.publications import contents
from prongsai.foundations.publications.strangers import (
    PUBLIC,
    End,
    Met,
    Rules,
    meet,
)
from prongsai.registers.disclosure.queries.visits import Kind, Plan, Target
from prongsai.registers.disclosure.states import VisitOutcome

MEGABYTE = 1024 * 1024
_MISSING = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_CLOSED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.PROXY_AUTHENTICATION_REQUIRED})
_DOOR = re.compile(
    r"(?:^|[/.])(?:accounts?|log-?in|sign-?in|sso|oauth2?|auth)(?:[/.]|$)",
    re.IGNORECASE,
)
_PASSWORD = (b'type="password"', b"type='password'", b"type=password")


def _anyone(_address: str) -> bool:
    return True


OWN = Rules(
    allow=_anyone,  # the site of the office itself may stand on its own network
    seconds=20.0,
    most_bytes=128 * MEGABYTE,
    keep_bytes=MEGABYTE,
)
"""How the office's own pages are read; only ever used for its own host and port."""

ELSEWHERE = replace(PUBLIC, keep_bytes=MEGABYTE)
"""How links to other sites are read: the open web only."""


@dataclass(frozen=True, kw_only=True)
class Manners:
    """How polite the watcher is in one round, and how long a round may last."""

    most_links: int = 300
    most_per_host: int = 20
    pause: float = 1.0
    most_seconds: float = 3600.0


@dataclass(kw_only=True)
class Round:
    """One round of visits: the rules of both kinds, and whom it has troubled so far."""

    own: Rules = OWN
    elsewhere: Rules = ELSEWHERE
    manners: Manners = field(default_factory=Manners)
    wait: Callable[[float], None] = sleep
    clock: Callable[[], float] = monotonic
    asked: Counter[str] = field(default_factory=Counter)
    last_asked: dict[str, float] = field(default_factory=dict)
    began: float | None = None

    def is_over(self) -> bool:
        """Whether the time of the round has passed; what is left goes on the next time."""
        if self.began is None:
            self.began = self.clock()
        return self.clock() - self.began > self.manners.most_seconds

    def may_ask(self, url: str) -> bool:
        """Whether another site may still be asked; waits when it was asked just now."""
        host = urlsplit(url).hostname or ""
        if self.asked.total() >= self.manners.most_links:
            return False
        if self.asked[host] >= self.manners.most_per_host:
            return False
        since = self.clock() - self.last_asked.get(host, float("-inf"))
        if since < self.manners.pause:
            self.wait(self.manners.pause - since)
        self.asked[host] += 1
        self.last_asked[host] = self.clock()
        return True


@dataclass(frozen=True, kw_only=True)
class Seen:
    """How one address was found, ready to be written down."""

    target: Target
    outcome: VisitOutcome
    status: int | None = None
    digest: str = ""
    milliseconds: int | None = None
    detail: str = ""


def walk(plan: Plan, *, going: Round) -> Iterator[Seen]:
    """Visit what a plan names, one address after the other."""
    for target in plan.targets:
        if going.is_over():
            return
        if target.is_own:
            yield judged(
                target, meet(target.url, rules=_own(going.own, plan.site, target))
            )
        elif going.may_ask(target.url):
            yield judged(target, meet(target.url, rules=going.elsewhere))


def _own(rules: Rules, site: str, target: Target) -> Rules:
    """Return the rules for the office's own host and port, and no other."""
    parts = urlsplit(site)
    port = (parts.port,) if parts.port else ()
    keeps = 64 * MEGABYTE if target.kind == Kind.DOCUMENT else rules.keep_bytes
    return replace(
        rules,
        stay_at=parts.hostname or "",
        ports={"http": (80, *port), "https": (443, *port)},
        keep_bytes=keeps,
    )


def judged(target: Target, met: Met) -> Seen:
    """Say what it means what a stranger met at an address."""
    outcome, detail = (
        _read(target, met) if met.end == End.READ else _unread(target, met)
    )
    return Seen(
        target=target,
        outcome=outcome,
        status=met.status,
        digest=_digest(target, met),
        milliseconds=met.milliseconds,
        detail=detail,
    )


def _unread(target: Target, met: Met) -> tuple[VisitOutcome, str]:
    was_sent = met.redirects > 0 or met.end == End.LEFT
    if was_sent and _is_door(met.final_url):
        return VisitOutcome.SIGN_IN, "sign-in"
    if met.end == End.STATUS:
        return _by_status(met)
    # Other sites owe us no size; of ours we know what was published.
    large = VisitOutcome.CHANGED if target.is_own else VisitOutcome.UP
    return {
        End.LEFT: (VisitOutcome.CHANGED, "elsewhere"),
        End.TOO_LARGE: (large, "too-large"),
        End.SLOW: (VisitOutcome.SLOW, "time"),
        End.TOO_FAR: (VisitOutcome.DOWN, "too-far"),
        End.REFUSED: (VisitOutcome.REFUSED, "not-allowed"),
    }.get(met.end, (VisitOutcome.DOWN, "cut-off"))


def _by_status(met: Met) -> tuple[VisitOutcome, str]:
    if met.status in _MISSING:
        return VisitOutcome.MISSING, ""
    if met.status in _CLOSED:
        return VisitOutcome.SIGN_IN, ""
    return VisitOutcome.DOWN, ""


def _read(target: Target, met: Met) -> tuple[VisitOutcome, str]:
    """Judge an answer that came whole: a page to sign in, the right bytes, or others."""
    was_sent = met.redirects > 0
    if was_sent and _is_door(met.final_url):
        return VisitOutcome.SIGN_IN, "sign-in"
    asks = any(mark in met.content.lower() for mark in _PASSWORD)
    if asks and (was_sent or target.kind == Kind.PAGE):
        return VisitOutcome.SIGN_IN, "password"
    if flaw := _flaw(target, met):
        return VisitOutcome.CHANGED, flaw
    if was_sent:
        return VisitOutcome.MOVED, met.final_url[:300]
    return VisitOutcome.UP, ""


def _flaw(target: Target, met: Met) -> str:
    """Return why it is not what was published; nothing when it is, or nobody can say."""
    if target.kind == Kind.FILE and met.digest != target.expected:
        return "wrong-file"
    if (
        target.kind == Kind.DOCUMENT
        and _document_digest(met.content) != target.expected
    ):
        return "wrong-document"
    if target.kind == Kind.PAGE and not _shows(met.content, target.marks):
        return "no-digest"
    return ""


def _shows(content: bytes, marks: Sequence[str]) -> bool:
    text = content.decode("utf-8", "replace")
    return any(mark in text or escape(mark) in text for mark in marks if mark)


def _digest(target: Target, met: Met) -> str:
    """Return what is kept of an answer: for data the digest of the document in it."""
    if target.kind == Kind.DOCUMENT and met.end == End.READ:
        return _document_digest(met.content) or met.digest
    return met.digest


def _document_digest(content: bytes) -> str:
    """Compute the digest of a document as anyone outside would; nothing if it is none."""
    try:
        whole = json.loads(content)
        document = whole["document"]
        plain = contents.plain(document)
        return contents.digest_of(plain)
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _is_door(url: str) -> bool:
    parts = urlsplit(url)
    return bool(_DOOR.search(f"{parts.hostname or ''}{parts.path}"))

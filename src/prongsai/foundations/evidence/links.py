"""Fetch one page of the open web, and nothing else: no way into the office's own network.

Only http and https on their usual ports, no names or passwords in the address. The host is
resolved once, every address it has must be public, and the connection goes to an address
that was checked, so that a name which answers differently a moment later gains nothing.
Each redirect is looked at in the same way. No cookies, no script, a limit of time and size.
"""

import hashlib
import re
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Timer
from time import monotonic
from typing import Literal, TypeAlias
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from prongsai.foundations.evidence.refusals import UnfitAddress

Address: TypeAlias = IPv4Address | IPv6Address
Resolve: TypeAlias = Callable[[str, int], list[str]]

LONGEST = 2000
_REFUSED = tuple(
    ip_network(network)
    for network in (
        "168.63.129.16/32",  # the machine a cloud offers its guests
        "192.0.0.0/24", "192.88.99.0/24", "100::/64", "2001::/23", "3fff::/20",
        "5f00::/16",  # kept for special ends; older Pythons call some of them global
        "2002::/16", "64:ff9b::/96", "64:ff9b:1::/48", "::/96",  # carry other addresses
        "fec0::/10",
    )
)  # fmt: skip
_MOVED = frozenset({301, 302, 303, 307, 308})
_MISSING = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_SAFE = "/%:@!$&'()*+,;=~-._"
_ODD = re.compile(r"[\x00-\x20\x7f\\]")


def is_public(address: str) -> bool:
    """Whether an address belongs to the open internet.

    >>> is_public("127.0.0.1"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (False, False, False)
    """
    try:
        found: Address = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    return (
        found.is_global
        and not (found.is_multicast or found.is_reserved or found.is_unspecified)
        and not any(found in network for network in _REFUSED)
    )


def addresses_of(host: str, port: int) -> list[str]:
    """Ask the machine's resolver for every address of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in found))


@dataclass(frozen=True, kw_only=True)
class Rules:
    """How far a visit may go; tests put their own server in place of the internet."""

    resolve: Resolve = addresses_of
    allow: Callable[[str], bool] = is_public
    ports: Mapping[str, tuple[int, ...]] = field(
        default_factory=lambda: {"http": (80,), "https": (443,)}
    )
    seconds: float = 10.0
    most_bytes: int = 5 * 1024 * 1024
    most_redirects: int = 3
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context


PUBLIC = Rules()


@dataclass(frozen=True, kw_only=True)
class Visit:
    """How a page answered; ``digest`` is that of its body as it was sent."""

    state: Literal["read", "gone", "unreachable"]
    status: int | None = None
    digest: str = ""
    final_url: str = ""


class _NotThere(Exception):
    """The way ends here: refused, too much, too slow, nobody answers."""


def checked(url: str, rules: Rules = PUBLIC) -> str:
    """Return a web address in plain characters; raise ``UnfitAddress``.

    >>> checked("https://example.org/ก ข")
    'https://example.org/%E0%B8%81%20%E0%B8%82'
    """
    text = url.strip()
    try:
        parts = urlsplit(text.replace(" ", "%20"))
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        raise UnfitAddress(url=text[:200]) from None
    scheme = parts.scheme.lower()
    allowed = rules.ports.get(scheme, ())
    is_fit = (
        len(text) <= LONGEST
        and not _ODD.search(text.replace(" ", ""))
        and host
        and parts.username is None
        and parts.password is None
        and (port in allowed or (port is None and allowed))
    )
    if not is_fit:
        raise UnfitAddress(url=text[:200])
    shown = f"[{host}]" if ":" in host else host
    place = shown if port is None else f"{shown}:{port}"
    path, query = quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE + "?[]")
    return urlunsplit((scheme, place, path, query, ""))


def visit(url: str, *, rules: Rules = PUBLIC) -> Visit:
    """Fetch a page and say how it answered; a way that is refused is "unreachable"."""
    deadline = monotonic() + rules.seconds
    here, status = url, None
    try:
        for _step in range(rules.most_redirects + 1):
            here = checked(here, rules)
            with _asked(here, rules, deadline) as answer:
                status = answer.status
                onward = answer.headers.get("Location", "")
                if status not in _MOVED or not onward:
                    return _read(answer, here, rules, deadline=deadline)
                here = urljoin(here, onward)
    except (_NotThere, UnfitAddress, OSError, HTTPException, UnicodeError):
        return Visit(state="unreachable", status=status, final_url=here[:LONGEST])
    return Visit(state="unreachable", status=status, final_url=here[:LONGEST])


def _read(answer: HTTPResponse, url: str, rules: Rules, *, deadline: float) -> Visit:
    if answer.status in _MISSING:
        return Visit(state="gone", status=answer.status, final_url=url)
    if answer.status != HTTPStatus.OK:
        return Visit(state="unreachable", status=answer.status, final_url=url)
    sha256, size = hashlib.sha256(), 0
    while piece := answer.read(64 * 1024):
        size += len(piece)
        if size > rules.most_bytes or monotonic() > deadline:
            raise _NotThere
        sha256.update(piece)
    # A body that ends early reads like one that ends: only the length tells.
    if answer.length or monotonic() > deadline:
        raise _NotThere
    return Visit(
        state="read", status=answer.status, digest=sha256.hexdigest(), final_url=url
    )


@contextmanager
def _asked(url: str, rules: Rules, deadline: float) -> Iterator[HTTPResponse]:
    """Ask for a page; whatever happens, the connection ends with the time allowed."""
    parts = urlsplit(url)
    plug = _plugged(parts, rules, deadline)
    connection = _connection(parts, plug)
    plugs = [plug]
    timer = Timer(max(deadline - monotonic(), 0), _cut, [plugs])
    timer.daemon = True
    timer.start()
    try:
        if isinstance(connection, HTTPSConnection):
            sealed = rules.trust().wrap_socket(
                plug, server_hostname=parts.hostname, do_handshake_on_connect=False
            )
            plugs.append(sealed)
            sealed.do_handshake()
            connection.sock = sealed
        target = urlunsplit(("", "", parts.path, parts.query, ""))
        heads = {
            "User-Agent": "prongsai (evidence check)",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        connection.request("GET", target, headers=heads)
        yield connection.getresponse()
    finally:
        timer.cancel()
        connection.close()
        for each in plugs:
            each.close()


def _plugged(parts: SplitResult, rules: Rules, deadline: float) -> socket.socket:
    """Connect to an address that was checked; never to the name."""
    host = parts.hostname or ""
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    found = rules.resolve(host, port)
    if not found or not all(rules.allow(address) for address in found):
        raise _NotThere
    left = deadline - monotonic()
    if left <= 0:
        raise _NotThere
    return socket.create_connection((found[0], port), timeout=left)


def _connection(parts: SplitResult, plug: socket.socket) -> HTTPConnection:
    """Return a connection that speaks through a socket that is there already."""
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    made = kind(parts.hostname or "", parts.port)
    made.sock = plug
    return made


def _cut(plugs: list[socket.socket]) -> None:
    """End a connection from outside, however slowly the other side drips."""
    with suppress(OSError):
        plugs[-1].shutdown(socket.SHUT_RDWR)

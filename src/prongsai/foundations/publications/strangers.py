"""Visit a page as a stranger does, and nothing else: no way into the office's own network.

Only http and https on their usual ports, no names or passwords in the address. The host is
resolved once, every address it has must be public, and the connection goes to an address
that was checked, so that a name which answers differently a moment later gains nothing.
Each redirect is looked at in the same way. No cookies, no script, no proxy of the
environment, a limit of time and size.
"""

import hashlib
import re
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread, Timer
from time import monotonic
from typing import TypeAlias
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from prongsai.foundations.publications.refusals import UnfitAddress

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
_SAFE = "/%:@!$&'()*+,;=~-._"
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_PIECE = 64 * 1024
_TRIES = 4  # addresses of one host that are tried


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
    """How far a visit may go; tests put their own server in place of the internet.

    ``stay_at`` is a host that redirects may not leave, ``keep_bytes`` how much of a page
    is handed over beside its digest.
    """

    resolve: Resolve = addresses_of
    allow: Callable[[str], bool] = is_public
    ports: Mapping[str, tuple[int, ...]] = field(
        default_factory=lambda: {"http": (80,), "https": (443,)}
    )
    seconds: float = 10.0
    most_bytes: int = 5 * 1024 * 1024
    most_redirects: int = 3
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context
    stay_at: str = ""
    keep_bytes: int = 0


PUBLIC = Rules()


class End(StrEnum):
    """How a visit ended."""

    READ = "read"
    STATUS = "status"  # the other side says no, in words of its protocol
    SLOW = "slow"
    BROKEN = "broken"  # no connection, cut off, not the promised length
    TOO_LARGE = "too-large"
    TOO_FAR = "too-far"  # more redirects than allowed
    LEFT = "left"  # a redirect to another host where it had to stay
    REFUSED = "refused"  # the address itself may not be visited


@dataclass(frozen=True, kw_only=True)
class Met:
    """What a stranger met; ``digest`` is that of the body as it was sent."""

    end: End
    status: int | None = None
    digest: str = ""
    final_url: str = ""
    redirects: int = 0
    milliseconds: int = 0
    content: bytes = b""


class _Ended(Exception):
    """The way ends here: refused, too much, too slow."""

    def __init__(self, end: End) -> None:
        super().__init__(end)
        self.end = end


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


def meet(url: str, *, rules: Rules = PUBLIC) -> Met:
    """Visit an address and say what a stranger meets there; never raises for its answer."""
    began = monotonic()
    found = _walk(url, rules, deadline=began + rules.seconds)
    return replace(found, milliseconds=round((monotonic() - began) * 1000))


def _walk(url: str, rules: Rules, *, deadline: float) -> Met:
    here, status, steps = url, None, 0
    try:
        for steps in range(rules.most_redirects + 1):  # told afterwards
            here = _stays(checked(here, rules), rules)
            with _asked(here, rules, deadline) as answer:
                status = answer.status
                onward = answer.headers.get("Location", "")
                if status not in _MOVED or not onward:
                    return replace(
                        _read(answer, here, rules, deadline=deadline), redirects=steps
                    )
                here = urljoin(here, onward)
        end = End.TOO_FAR
    except _Ended as ended:
        end = ended.end
    except UnfitAddress:
        end = End.REFUSED
    except (OSError, HTTPException, ValueError):
        end = End.SLOW if monotonic() >= deadline else End.BROKEN
    return Met(end=end, status=status, final_url=here[:LONGEST], redirects=steps)


def _stays(url: str, rules: Rules) -> str:
    if rules.stay_at and urlsplit(url).hostname != rules.stay_at:
        raise _Ended(End.LEFT)
    return url


def _read(answer: HTTPResponse, url: str, rules: Rules, *, deadline: float) -> Met:
    if answer.status != HTTPStatus.OK:
        return Met(end=End.STATUS, status=answer.status, final_url=url)
    sha256, size, kept = hashlib.sha256(), 0, bytearray()
    while piece := answer.read(_PIECE):
        size += len(piece)
        if size > rules.most_bytes:
            raise _Ended(End.TOO_LARGE)
        if monotonic() > deadline:
            raise _Ended(End.SLOW)
        sha256.update(piece)
        kept += piece[: max(rules.keep_bytes - len(kept), 0)]
    # A body that ends early reads like one that ends: only the length tells.
    if monotonic() > deadline:
        raise _Ended(End.SLOW)
    if answer.length:
        raise _Ended(End.BROKEN)
    return Met(
        end=End.READ,
        status=answer.status,
        digest=sha256.hexdigest(),
        final_url=url,
        content=bytes(kept),
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
            "User-Agent": "prongsai (link check)",
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
    found = _resolved(host, port, rules, deadline=deadline)
    if not all(rules.allow(address) for address in found):
        raise _Ended(End.REFUSED)
    for address in found[:_TRIES]:
        left = deadline - monotonic()
        if left <= 0:
            break
        with suppress(OSError):
            return socket.create_connection((address, port), timeout=left)
    raise _Ended(End.SLOW if monotonic() >= deadline else End.BROKEN)


def _resolved(host: str, port: int, rules: Rules, *, deadline: float) -> list[str]:
    """Ask for the addresses of a host; a resolver that never answers is not waited for."""
    found: list[str] = []

    def ask() -> None:
        with suppress(OSError, UnicodeError):
            found.extend(rules.resolve(host, port))

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(max(deadline - monotonic(), 0))
    if asking.is_alive():
        raise _Ended(End.SLOW)
    if not found:
        raise _Ended(End.BROKEN)
    return found


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

"""A small website on this machine for the watcher: honest, or faulty in a chosen way."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.actions import publish
from prongsai.foundations.publications.models import Version
from prongsai.registers.disclosure.actions.visiting import (
    ELSEWHERE,
    OWN,
    Manners,
    Round,
)
from prongsai.registers.disclosure.actions.years import open_year
from prongsai.registers.disclosure.queries import years
from prongsai.registers.disclosure.states import ItemState
from tests.cast import NOW, current_office, make_user

Answer = Callable[[BaseHTTPRequestHandler], None]
SIGN_IN = b'<form><input name="login"><input type="password"></form>'


@dataclass
class Site:
    """Where the server listens, what it serves, and what it heard."""

    port: int
    pages: dict[str, Answer] = field(default_factory=dict)
    heard: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def going(self, *, seconds: float = 5.0, **manners) -> Round:
        """A round in which every name leads to this server and only it is allowed."""
        reach: dict[str, Any] = {
            "resolve": lambda _host, _port: ["127.0.0.1"],
            "allow": lambda address: address == "127.0.0.1",
            "seconds": seconds,
        }
        ports = {"http": (80, self.port), "https": (443, self.port)}
        return Round(
            own=replace(OWN, **reach),
            elsewhere=replace(ELSEWHERE, ports=ports, **reach),
            manners=Manners(**{"pause": 0.0} | manners),
        )

    def serve(self, version: Version | None) -> None:
        """Serve a version as the public site does: page, data, files."""
        assert version is not None
        bare = version.publication.get_absolute_url().rstrip("/")
        page = f"<h1>{version.title_th}</h1><code>{version.digest}</code>"
        self.pages[f"{bare}/"] = sends(page.encode())
        document = publications.document_of(version)
        data = {"version": version.number, "document": document}
        self.pages[f"{bare}.json"] = sends(json.dumps(data).encode())
        for file in publications.files_of(version):
            with bytes_of(file.stored) as content:
                self.pages[f"{bare}/files/{file.name}"] = sends(content.read())


def sends(body: bytes, status: int = 200, **heads: str) -> Answer:
    """Answer with a body; heads are written with underscores."""

    def answer(page: BaseHTTPRequestHandler) -> None:
        page.send_response(status)
        named = {name.replace("_", "-"): value for name, value in heads.items()}
        for name, value in ({"Content-Length": str(len(body))} | named).items():
            page.send_header(name, value)
        page.end_headers()
        page.wfile.write(body)

    return answer


def moves(to: str, status: int = 302) -> Answer:
    return sends(b"", status, Location=to, Set_Cookie="followed=1")


def drips(page: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, for ever."""
    page.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    with suppress(OSError):
        for _second in range(200):
            page.wfile.write(b"x")
            page.wfile.flush()
            time.sleep(0.05)


def cuts(page: BaseHTTPRequestHandler) -> None:
    """Promise more than comes."""
    page.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n<h1>half")


def hangs_up(page: BaseHTTPRequestHandler) -> None:
    """Close without a word."""
    page.close_connection = True


def babbles(page: BaseHTTPRequestHandler) -> None:
    """Answer what is no HTTP."""
    page.wfile.write(b"SSH-2.0-nobody\r\n")


@contextmanager
def website() -> Iterator[Site]:
    """Serve on loopback until the end of the block."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self):
            site.heard.append(
                (self.path, {k.lower(): v for k, v in self.headers.items()})
            )
            with suppress(ConnectionError):
                site.pages.get(self.path.partition("?")[0], sends(b"-", 404))(self)

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    site = Site(port=server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def make_published(*, office=None, code="o7", links=(), files=(), by=None) -> Any:
    """An item of 2569 with something public, without waiting for its papers."""
    office = office or current_office()
    with tenancy.acting_for(office.pk):
        by = by or make_user(role=Role.ANALYST, office=office)
        year = years.year_of(2569) or open_year(2569, by=by, at=NOW)
        item = year.items.select_related("year").get(code=code)
        parts = [{"kind": "link", "url": url, "html": {}} for url in links]
        item.published = publish(
            address=f"ita/2569/{code}",
            title_th=item.title_th,
            title_en=item.title_en,
            content={"code": code, "year": 2569, "parts": parts, "tables": []},
            files=files,
            by=by,
            at=NOW,
        )
        item.state = ItemState.PUBLISHED
        item.save(update_fields=["published", "state"])
    return item

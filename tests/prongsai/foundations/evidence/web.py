"""A small web on this machine: real servers, reached under names of the open web."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prongsai.foundations.evidence.links import PUBLIC, Rules

BODY = "<h1>ประกาศ</h1>".encode()
MOVED = {"inside": "http://10.0.0.1:{port}/secret", "to-file": "file:/etc/passwd"}
BODIES = {"large": b"x" * 20_000, "short": b"half"}
HEADS = {"short": {"Content-Length": "400"}}


@dataclass
class Web:
    """Where the server listens, what it heard, and how a visit reaches it."""

    port: int
    rules: Rules
    heard: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    body: bytes = BODY

    def url(self, path="/page", host="www.example.org") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def served() -> Iterator[Web]:
    """Serve pages on loopback; every name leads there and only loopback is allowed."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self):
            web.heard.append({k.lower(): v for k, v in self.headers.items()})
            web.paths.append(self.path)
            answer(self, web)

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    port = server.server_address[1]
    rules = replace(
        PUBLIC,
        resolve=lambda _host, _port: ["127.0.0.1"],
        allow=lambda address: address == "127.0.0.1",
        ports={"http": (80, port), "https": (443, port)},
        seconds=5.0,
    )
    web = Web(port=port, rules=rules)
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(page: BaseHTTPRequestHandler, web: Web) -> None:
    """Answer by the name of the page."""
    name = page.path.strip("/").partition("?")[0]
    if name == "slow":
        _drip(page)
    elif name.isdigit():
        _send(page, int(name), b"-")
    elif name in MOVED or name.startswith("hop-"):
        goal = MOVED.get(name) or _next(name)
        cookie = {"Set-Cookie": "tracked=1"}
        _send(page, 302, b"", Location=goal.format(port=web.port), **cookie)
    else:
        _send(page, 200, BODIES.get(name, web.body), **HEADS.get(name, {}))


def _next(hop: str) -> str:
    left = int(hop.removeprefix("hop-"))
    return f"/hop-{left - 1}" if left > 1 else "/page"


def _drip(page: BaseHTTPRequestHandler) -> None:
    page.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")
    page.wfile.flush()
    threading.Event().wait(1.0)


def _send(page: BaseHTTPRequestHandler, status: int, body: bytes, **heads) -> None:
    page.send_response(status)
    for name, value in ({"Content-Length": str(len(body))} | heads).items():
        page.send_header(name, value)
    page.end_headers()
    page.wfile.write(body)

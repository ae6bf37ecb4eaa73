"""Mail servers on loopback for tests: one that is closed, and one that takes letters."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


def closed_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@dataclass
class MailServer:
    """Takes letters by SMTP, or refuses every receiver, and remembers what came."""

    port: int = 0
    refuses: bool = False
    letters: list[str] = field(default_factory=list)


@contextmanager
def mail_server(*, refuses: bool = False) -> Iterator[MailServer]:
    """Listen until the test ends."""
    found = MailServer(refuses=refuses)
    with socket.create_server(("127.0.0.1", 0)) as server:
        found.port = int(server.getsockname()[1])
        thread = threading.Thread(target=_serve, args=(server, found), daemon=True)
        thread.start()
        yield found
        server.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=5)


def _serve(server: socket.socket, found: MailServer) -> None:
    while True:
        try:
            client, _address = server.accept()
        except OSError:
            return
        with client, client.makefile("rwb") as line:
            _talk(line, found)


def _talk(line, found: MailServer) -> None:
    def say(text: str) -> None:
        line.write(text.encode() + b"\r\n")
        line.flush()

    say("220 ready")
    while word := line.readline().strip().upper():
        if word.startswith(b"RCPT") and found.refuses:
            say("550 nobody here")
        elif word == b"DATA":
            say("354 go on")
            rows = iter(line.readline, b".\r\n")
            found.letters.append(b"".join(rows).decode("utf-8"))
            say("250 taken")
        elif word == b"QUIT":
            say("221 bye")
            return
        else:
            say("250 fine")

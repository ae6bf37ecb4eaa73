"""``prongsai serve``: a port that is free, pages that answer, nothing left behind."""

import os
import signal
import socket
import urllib.request
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError

import pytest

from prongsai.cli.serving import free_port
from tests.servers import left_of, prongsai, serving, unused_port


def ask(address: str) -> tuple[int, Message]:
    """The status and the headers of a page, also of one that is an error."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers
    except HTTPError as answer:
        with answer:
            return answer.code, answer.headers


def test_a_taken_port_is_passed_over():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        found = free_port("127.0.0.1", port)

    assert found is not None
    assert found > port


def test_no_port_is_said():
    assert free_port("127.0.0.1", 65_536) is None


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Path:
    """An installation with tables and no office."""
    data: Path = tmp_path_factory.mktemp("empty")
    done = prongsai(data, "manage", "migrate", "-v0")
    assert done.returncode == 0, done.stderr
    return data


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_serve_answers_and_leaves_no_process_behind(empty, number):
    with serving(empty) as (server, address):
        code, headers = ask(address)
        os.kill(server.pid, number)
        server.wait(timeout=30)

        left = left_of(server)
        for pid in left:
            os.kill(pid, signal.SIGKILL)

    assert code == 404  # there is no office yet
    assert "nosniff" in headers["X-Content-Type-Options"]
    assert left == {}


@pytest.mark.slow
def test_a_second_website_takes_the_next_port(empty):
    with serving(empty) as (_first, address):
        port = address.rpartition(":")[2]
        with serving(empty, port=int(port)) as (_second, other):
            code, _headers = ask(other)

    assert other != address
    assert code == 404


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PRONGSAI_MODE", "staging"),
        ("PRONGSAI_DEBUG", "maybe"),
        ("DATABASE_URL", "mysql://x/y"),
        ("PRONGSAI_IDLE_MINUTES", "soon"),
    ],
)
@pytest.mark.parametrize("command", ["serve", "demo"])
def test_settings_that_cannot_be_used_are_refused_in_one_sentence(
    tmp_path, command, name, value
):
    options = ("--port", str(unused_port())) if command == "serve" else ()

    done = prongsai(tmp_path, command, *options, **{name: value})

    assert done.returncode == 2
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""

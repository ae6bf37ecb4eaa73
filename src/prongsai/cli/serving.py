"""``prongsai serve``: the website on this machine, with its background work."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

import click
from rich.console import Console

from prongsai.cli.demonstrating import print_people
from prongsai.cli.speech import screen, speaking
from prongsai.cli.website import make_ready
from prongsai.ita.words.catalogue import Language, say

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

LOOPBACK = "127.0.0.1"
TRIES = 50
"""Ports tried after the first one."""


@click.command()
@click.option("--host", default=LOOPBACK, show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--processes", default=1, show_default=True)
@click.option("--threads", default=4, show_default=True)
@click.option("--worker/--no-worker", default=True, show_default=True)
@speaking
def serve(
    language: Language,
    *,
    host: str,
    port: int,
    processes: int,
    threads: int,
    worker: bool,
) -> None:
    """Serve the website; background work runs beside it."""
    console = screen()
    make_ready()
    free = free_port(host, port)
    if free is None:
        raise click.ClickException(say("cli.no-port", language, port=port))
    _greet(console, language, f"http://{host}:{free}")
    with _background_work(wanted=worker):
        _granian(host=host, port=free, processes=processes, threads=threads)


def free_port(host: str, first: int) -> int | None:
    """Return the first port nobody listens on, at or after ``first``."""
    for port in range(first, min(first + TRIES, 65_536)):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((host, port))
            except OSError:
                continue
            return port
    return None


def _greet(console: Console, language: Language, address: str) -> None:
    """Say where it runs and who may sign in to an invented office."""
    console.print(say("cli.serving", language, address=address), style="bold")
    print_people(console, language)
    console.print(say("cli.stop-with", language), style="dim")


@contextmanager
def _background_work(*, wanted: bool) -> Iterator[None]:
    """Run the worker as a child that ends with the server."""
    if not wanted:
        yield
        return
    command = [sys.executable, "-m", "prongsai", "manage", "worker", "--with-parent"]
    child = subprocess.Popen([*command, str(os.getpid())])  # noqa: S603  # our own program
    try:
        yield
    finally:
        child.terminate()
        child.wait(timeout=30)


def _granian(*, host: str, port: int, processes: int, threads: int) -> None:
    from granian import Granian  # noqa: PLC0415  # only the server needs it
    from granian.constants import Interfaces  # noqa: PLC0415

    Granian(
        "prongsai.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=threads,
        log_access=False,
    ).serve(target_loader=partial(load_site, os.getpid()), wrap_loader=False)


def load_site(server: int) -> "WSGIApplication":
    """Load the website in a process that answers, which ends with its server."""
    from prongsai.config.wsgi import application  # noqa: PLC0415  # loads Django

    Thread(target=_end_with, args=(server,), daemon=True).start()
    return application


def _end_with(server: int) -> None:
    """End this process when the server was killed and could not end it itself."""
    while os.getppid() == server:
        sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)

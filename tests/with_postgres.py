"""Runs a command beside a PostgreSQL of its own: python -m tests.with_postgres COMMAND.

The server lives in a temporary folder, listens on a socket in it and nowhere else, and
ends with the command. It runs as the user ``postgres`` when this is root, because the
server refuses to be root. The project connects as an ordinary role: superusers walk
through row-level security.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVERS = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)


def main(command: list[str]) -> int:
    """Start the server, run the command, stop the server."""
    with temporary() as url:
        environment = os.environ | {"DATABASE_URL": url}
        return subprocess.run(command, check=False, env=environment).returncode


@contextmanager
def temporary() -> Iterator[str]:
    """Run a server in a folder of its own and give the address of an empty database."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so the server ends too
    with tempfile.TemporaryDirectory(prefix="prongsai-pg-") as place:
        if os.getuid() == 0:
            shutil.chown(place, "postgres")
        with server(Path(place)) as url:
            yield url


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Run a server in ``folder`` and give the address of an empty database."""
    data, log = str(folder / "data"), str(folder / "log")
    settings = (
        f"-k {folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off "
        "-c full_page_writes=off -c max_connections=200"
    )
    as_server("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8")
    as_server("pg_ctl", "-D", data, "-w", "-o", settings, "-l", log, "start")
    try:
        say = ("psql", "-h", str(folder), "-U", "postgres", "-q", "-c")
        as_server(*say, "CREATE ROLE prongsai LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS")
        as_server(*say, "CREATE DATABASE prongsai OWNER prongsai")
        yield f"postgresql://prongsai@/prongsai?host={folder}"
    finally:
        as_server("pg_ctl", "-D", data, "-m", "immediate", "stop")


def found(program: str) -> str | None:
    """Return where a program of the server is, the newest server first."""
    return shutil.which(program, path=os.pathsep.join(SERVERS)) or shutil.which(program)


def as_server(program: str, *arguments: str) -> None:
    """Run a program of the server as a user it accepts."""
    path = found(program)
    if path is None:
        sys.exit(f"{program} is not installed: apt install postgresql")
    command = [path, *arguments]
    if os.getuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(
        command,
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

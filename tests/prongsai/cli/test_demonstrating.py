"""``prongsai demo``: once, always the same, and never into a real office's data."""

import hashlib
import sqlite3
import urllib.request
from pathlib import Path

import pytest

from tests.servers import prongsai, serving

pytestmark = pytest.mark.slow

TODAY = ("--today", "2026-02-10")
COMPARED = ("lending_%", "audit_event", "audit_%head%", "numbering_%", "publications_%")
STILL = "--no-worker"
"""Its daily work clears old identities, by the real day: other rows than were made."""


def digest(data: Path) -> dict[str, str]:
    """What each table holds, row by row; secrets too, which are drawn from the seed."""
    with sqlite3.connect(data / "prongsai.sqlite3") as database:
        wanted = " OR ".join("name LIKE ?" for _ in COMPARED)
        tables = database.execute(
            f"SELECT name FROM sqlite_master WHERE type = 'table' AND ({wanted})",
            COMPARED,
        ).fetchall()
        found = {name: _digest_of(database, name) for (name,) in tables}
    database.close()
    return found


def _digest_of(database: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    kept = ", ".join(f'"{name}"' for name in columns)
    rows = database.execute(f"SELECT {kept} FROM {table} ORDER BY 1").fetchall()
    return f"{len(rows)} {hashlib.sha256(repr(rows).encode()).hexdigest()}"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    data: Path = tmp_path_factory.mktemp("demo")
    done = prongsai(data, "demo", *TODAY)
    assert done.returncode == 0, done.stderr
    return data


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return str(answer.read().decode())


def test_demo_makes_an_office_whose_history_holds(made):
    verified = prongsai(made, "manage", "verify_audit")

    rows = {table: int(said.split()[0]) for table, said in digest(made).items()}
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert rows["lending_loan"] > 50
    assert rows["audit_event"] > rows["lending_loan"]


def test_a_second_run_changes_nothing_and_names_the_people_again(made):
    before = digest(made)

    done = prongsai(made, "demo", *TODAY, "--lang", "en")

    assert done.returncode == 0
    assert "mayor" in done.stdout
    assert digest(made) == before


def test_the_same_day_makes_the_same_data(made, tmp_path):
    prongsai(tmp_path, "demo", *TODAY)

    assert digest(tmp_path) == digest(made)


def test_a_site_is_packed_while_it_serves_and_served_again_elsewhere(made, tmp_path):
    archive, folder = tmp_path / "all.tar", tmp_path / "restored"
    folder.mkdir()

    with serving(made, STILL) as (_server, address):
        there = read(address).replace(address, "")  # pages name their own address
        packed = prongsai(made, "manage", "backup", str(archive))
    restored = prongsai(folder, "manage", "restore", str(archive))
    with serving(folder, STILL) as (_server, address):
        here = read(address).replace(address, "")

    assert packed.returncode == 0, packed.stderr
    assert restored.returncode == 0, restored.stdout + restored.stderr
    assert digest(folder) == digest(made)
    assert "ทดลอง" in there or "สมมติ" in there
    assert here == there


def test_demo_refuses_a_database_with_real_data(tmp_path):
    prongsai(tmp_path, "manage", "migrate", "-v0")
    prongsai(
        tmp_path, "manage", "make_office", "--type", "subdistrict",
        "--name-th", "หน่วยงานจริง", "--name-en", "A real office",
    )  # fmt: skip
    before = digest(tmp_path)

    done = prongsai(tmp_path, "demo", "--lang", "en")

    assert done.returncode == 2
    assert "real data" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(tmp_path) == before

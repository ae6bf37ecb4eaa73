"""A backup made while others write is whole, and comes back as it was."""

import io
import json
import os
import signal
import subprocess
import sys
import tarfile
import time
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.crowds import ROOT, own_database, run

DESK = [sys.executable, "-m", "tests.prongsai.foundations.files.backup.desk"]
MANAGE = [sys.executable, "-m", "django"]
ON_POSTGRESQL = "DATABASE_URL" in os.environ
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """An installation with two offices."""
    folder = tmp_path_factory.mktemp("house") / "data"
    folder.mkdir()
    with own_database(folder) as variables:
        run([*DESK, "begin"], variables)
        yield variables


@pytest.fixture
def elsewhere(house, tmp_path):
    """The environment of an empty installation, on a database of its own."""
    variables = house | {"PRONGSAI_DATA": str(tmp_path / "elsewhere" / "data")}
    if not ON_POSTGRESQL:
        yield variables
        return
    url, name = house["DATABASE_URL"], f"back_{os.urandom(4).hex()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        new = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        yield variables | {"DATABASE_URL": new}
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def manage(*words, variables):
    return subprocess.run(
        [*MANAGE, *map(str, words)],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


def told(variables):
    return json.loads(run([*DESK, "tell"], variables))


@pytest.fixture(scope="module")
def packed(house, tmp_path_factory):
    """A backup of that installation."""
    return make_backup(house, tmp_path_factory.mktemp("packed"))


def make_backup(house, tmp_path):
    out = tmp_path / "one.tar"
    done = manage("backup", out, "--lang", "en", variables=house)
    assert done.returncode == 0, done.stderr
    return out


def test_what_comes_back_is_what_was_there(house, packed, elsewhere):
    done = manage("restore", packed, "--lang", "en", variables=elsewhere)

    assert done.returncode == 0, done.stderr + done.stdout
    assert "is whole" in done.stdout
    assert told(elsewhere) == told(house)


def test_a_backup_made_while_others_write_is_whole(house, elsewhere, tmp_path):
    writer = subprocess.Popen(
        [*DESK, "write"], env=house, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert writer.stdout
    writer.stdout.readline()

    out = make_backup(house, tmp_path)
    wrote_meanwhile = writer.stdout.readline()
    writer.kill()
    writer.communicate()
    done = manage("restore", out, "--lang", "en", variables=elsewhere)

    assert wrote_meanwhile
    assert done.returncode == 0, done.stderr + done.stdout
    back = told(elsewhere)
    assert all(office["intact"] for office in back)
    assert all(0 not in office["bytes"] for office in back)
    assert len(back[0]["files"]) > 1


def test_the_wall_stands_again_after_a_restore(packed, elsewhere):
    if not ON_POSTGRESQL:
        pytest.skip("SQLite has no wall of its own")
    manage("restore", packed, variables=elsewhere)

    with psycopg.connect(elsewhere["DATABASE_URL"]) as connection:
        seen = connection.execute("SELECT count(*) FROM audit_event").fetchone()

    assert seen == (0,)
    assert manage("migrate", "--check", variables=elsewhere).returncode == 0


def test_a_backup_is_never_written_over(house, packed):
    before = packed.read_bytes()

    done = manage("backup", packed, "--lang", "en", variables=house)

    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert packed.read_bytes() == before


@pytest.mark.parametrize("place", ["inside", "nowhere"])
def test_a_backup_goes_to_a_place_that_makes_sense(house, tmp_path, place):
    folder = house["PRONGSAI_DATA"] if place == "inside" else tmp_path / "nowhere"

    done = manage("backup", f"{folder}/one.tar", variables=house)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_without_pg_dump_it_says_what_to_install(house, tmp_path):
    if not ON_POSTGRESQL:
        pytest.skip("SQLite needs no program")

    done = manage(
        "backup", tmp_path / "a.tar", "--lang", "en", variables=house | {"PATH": ""}
    )

    assert done.returncode == 2
    assert "postgresql-client" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_restore_refuses_data_that_are_there(house, packed):
    before = told(house)

    done = manage("restore", packed, "--lang", "en", variables=house)

    assert done.returncode == 2
    assert "already" in done.stderr
    assert told(house) == before


def test_restore_moves_the_old_aside_when_asked(packed, elsewhere, tmp_path):
    folder = tmp_path / "elsewhere" / "data"
    folder.mkdir(parents=True)
    (folder / "old.txt").write_text("old")

    done = manage("restore", packed, "--replace", "--lang", "en", variables=elsewhere)

    assert done.returncode == 0, done.stderr
    aside = next(folder.parent.glob("data.before-*"))
    assert (aside / "old.txt").read_text() == "old"
    assert not (folder / "old.txt").exists()


def test_a_corrupted_backup_is_refused_and_leaves_nothing(packed, elsewhere, tmp_path):
    out = tmp_path / "one.tar"
    data = bytearray(packed.read_bytes())
    with tarfile.open(packed) as tar:
        victim = max(tar, key=lambda member: member.size)
    data[victim.offset_data + victim.size // 2] ^= 255
    out.write_bytes(data)

    done = manage("restore", out, "--lang", "en", variables=elsewhere)

    assert done.returncode == 2
    assert "nothing was unpacked" in done.stderr
    assert [p.name for p in (tmp_path / "elsewhere").iterdir()] == ["data"]
    if not ON_POSTGRESQL:
        assert not (tmp_path / "elsewhere/data/prongsai.sqlite3").exists()


def test_a_backup_of_a_newer_program_is_refused(packed, elsewhere, tmp_path):
    newer = tmp_path / "newer.tar"
    with tarfile.open(packed) as old, tarfile.open(newer, "w") as tar:
        for member in old:
            source = old.extractfile(member)
            assert source
            content = source.read()
            if member.name == "manifest.json":
                content = content.replace(
                    b'"audit.0001_initial"', b'"audit.0999_later"'
                )
                member.size = len(content)
            tar.addfile(member, io.BytesIO(content))

    done = manage("restore", newer, "--lang", "en", variables=elsewhere)

    assert done.returncode == 2
    assert "newer version" in done.stderr


@pytest.mark.parametrize("seen", ["data.restoring-*", "data.restoring-*/*.sqlite3"])
def test_a_restore_that_is_killed_leaves_the_old(packed, elsewhere, tmp_path, seen):
    if ON_POSTGRESQL:
        pytest.skip("there the transaction does it")
    folder = tmp_path / "elsewhere" / "data"
    folder.mkdir(parents=True)
    (folder / "old.txt").write_text("old")
    process = subprocess.Popen(
        [*MANAGE, "restore", str(packed), "--replace"], env=elsewhere, cwd=ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip

    while process.poll() is None and not list(folder.parent.glob(seen)):
        time.sleep(0.002)
    process.kill()
    process.wait()

    assert process.returncode == -signal.SIGKILL
    assert (folder / "old.txt").read_text() == "old"

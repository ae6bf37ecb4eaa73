"""A file is there as a whole or not at all: full disk, kill, locked database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from prongsai.foundations.files.disk import INCOMING, PrivateDisk
from tests.crowds import ROOT, own_database, run

TROUBLE = [sys.executable, "-m", "tests.prongsai.foundations.files.trouble"]


class Breaks(ContentFile[bytes]):
    """Content that ends in a fault after its first piece."""

    def chunks(self, chunk_size=None):  # noqa: ARG002
        yield b"first"
        raise OSError(28, "No space left on device")


def make_disk(folder: Path) -> PrivateDisk:
    return PrivateDisk(
        location=folder, file_permissions_mode=0o600, directory_permissions_mode=0o700
    )


def test_a_file_is_private(tmp_path):
    disk = make_disk(tmp_path)

    key = disk.save("1/ab/x.pdf", ContentFile(b"abc"))

    assert Path(disk.path(key)).read_bytes() == b"abc"
    assert Path(disk.path(key)).stat().st_mode & 0o777 == 0o600
    assert Path(disk.path(key)).parent.stat().st_mode & 0o777 == 0o700


def test_a_write_that_fails_leaves_nothing(tmp_path):
    disk = make_disk(tmp_path)

    with pytest.raises(OSError, match="No space"):
        disk.save("1/ab/x.pdf", Breaks(b""))

    assert not disk.exists("1/ab/x.pdf")
    assert list((tmp_path / INCOMING).iterdir()) == []


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trouble") / "data"
    folder.mkdir()
    with own_database(folder) as variables:
        yield variables


def let(what, house, **more):
    """Let it happen; return what was said before the end."""
    done = subprocess.run(
        [*TROUBLE, what], env=house | more, capture_output=True, text=True,
        check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode in {0, -9}, done.stderr
    return done.stdout.strip()


def seen(house) -> str:
    return run([*TROUBLE, "look"], house)


@pytest.mark.slow
def test_a_full_disk_is_told_in_words_and_leaves_nothing(house):
    before = seen(house)

    said = let("full", house)

    assert said == "files.no-space"
    assert seen(house) == before


@pytest.mark.slow
def test_a_really_full_disk_leaves_nothing(house):
    folder = Path(house["PRONGSAI_DATA"]) / "files"
    folder.mkdir(exist_ok=True)
    mounted = os.getuid() == 0 and not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)],
        check=False, capture_output=True,
    ).returncode  # fmt: skip
    if not mounted:
        pytest.skip("a small disk cannot be mounted here")
    try:
        said = let("full", house, SMALL_DISK="1")
        rest = [path for path in folder.rglob("*") if path.is_file()]
    finally:
        subprocess.run(["umount", str(folder)], check=True)

    assert said == "files.no-space"
    assert rest == []


@pytest.mark.slow
def test_a_kill_before_the_row_leaves_bytes_the_sweep_will_find(house):
    rows, claimed, whole, *_ = seen(house).split()

    let("killed", house)

    after = seen(house).split()
    assert after == [rows, claimed, str(int(whole) + 1), "0", "True"]


@pytest.mark.slow
def test_a_kill_between_the_stages_leaves_a_staged_file(house):
    rows, claimed, *_ = seen(house).split()

    let("unclaimed", house)

    after = seen(house).split()
    assert after[:2] == [str(int(rows) + 1), claimed]
    assert after[4] == "True"


@pytest.mark.slow
def test_a_locked_database_leaves_neither_row_nor_bytes(house):
    if "DATABASE_URL" in house:
        pytest.skip("PostgreSQL does not lock as a whole")
    before = seen(house)

    said = let("locked", house)

    assert "locked" in said
    assert seen(house) == before

"""An archive is whole or not there; what does not belong there is refused."""

import io
import tarfile
from typing import Any

import pytest

from prongsai.foundations.files.backup import manifest as contents
from prongsai.foundations.files.backup.archive import reading, writing
from prongsai.foundations.files.backup.errors import (
    Corrupted,
    NotABackup,
    UnsafeEntry,
)
from prongsai.foundations.files.backup.manifest import Entry, Manifest

FACTS: dict[str, Any] = {
    "made_at": "2025-11-20",
    "version": "1",
    "engine": "sqlite",
    "migrations": [],
    "offices": 1,
}


def make(path, **files):
    """An archive with the files given by name."""
    with writing(path) as archive:
        for name, content in files.items():
            archive.add(f"data/{name}", io.BytesIO(content), size=len(content))
        archive.close_with(Manifest(**FACTS, entries=archive.entries))
    return path


def forge(path, entries, *, listed=None):
    """An archive as somebody with bad intentions would write it."""
    listed = [name for name, *_ in entries] if listed is None else listed
    with tarfile.open(path, "w") as tar:
        for name, content, *kind in entries:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            if kind:
                info.type, info.linkname, info.size = kind[0], "/etc/passwd", 0
            tar.addfile(info, io.BytesIO(content))
        manifest = Manifest(
            **FACTS,
            entries=[Entry(path=name, size=1, sha256="0" * 64) for name in listed],
        )
        info = tarfile.TarInfo(contents.NAME)
        content = contents.written(manifest)
        info.size = len(content)
        tar.addfile(info, io.BytesIO(content))
    return path


def unpack(path, folder):
    with reading(path) as archive:
        for entry in archive.manifest.entries:
            archive.unpack(entry, folder / entry.path)


def test_what_goes_in_comes_out(tmp_path):
    path = make(tmp_path / "a.tar", one=b"abc", ไทย=b"")

    unpack(path, tmp_path / "out")

    assert (tmp_path / "out/data/one").read_bytes() == b"abc"
    assert (tmp_path / "out/data/ไทย").read_bytes() == b""


def test_only_the_owner_may_read_it(tmp_path):
    path = make(tmp_path / "a.tar", one=b"abc")

    assert path.stat().st_mode & 0o777 == 0o600


def test_an_archive_that_fails_half_way_leaves_nothing(tmp_path):
    def fail():
        with writing(tmp_path / "a.tar") as archive:
            archive.add("data/one", io.BytesIO(b"abc"), size=3)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["content", "manifest"])
def test_a_changed_byte_is_found(tmp_path, place):
    path = make(tmp_path / "a.tar", one=b"content-of-one" * 100)
    data = bytearray(path.read_bytes())
    at = data.index(b"content-of-one" if place == "content" else b'"sha256": "') + 13
    data[at] ^= 1
    path.write_bytes(data)

    with pytest.raises((Corrupted, NotABackup)):
        unpack(path, tmp_path / "out")


@pytest.mark.parametrize("kept", [0, 100, 600, 1500, 3000])
def test_an_archive_that_was_cut_short_is_found(tmp_path, kept):
    path = make(tmp_path / "a.tar", one=b"x" * 5000)
    path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises((Corrupted, NotABackup)):
        unpack(path, tmp_path / "out")


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "data/../../x", "data\\..\\x", "data/.."]
)
def test_an_entry_that_leads_outside_is_refused(tmp_path, name):
    path = forge(tmp_path / "a.tar", [(name, b"x")])

    with pytest.raises(UnsafeEntry):
        unpack(path, tmp_path / "out")

    assert [p.name for p in tmp_path.iterdir()] == ["a.tar"]


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE]
)
def test_links_and_devices_are_refused(tmp_path, kind):
    path = forge(tmp_path / "a.tar", [("data/x", b"", kind)])

    with pytest.raises(UnsafeEntry):
        unpack(path, tmp_path / "out")


def test_a_name_that_comes_twice_is_refused(tmp_path):
    path = forge(tmp_path / "a.tar", [("data/x", b"1"), ("data/x", b"2")])

    with pytest.raises(UnsafeEntry):
        unpack(path, tmp_path / "out")


@pytest.mark.parametrize("listed", [[], ["data/x", "data/y"]])
def test_an_entry_too_many_or_too_few_is_found(tmp_path, listed):
    path = forge(tmp_path / "a.tar", [("data/x", b"1")], listed=listed)

    with pytest.raises(Corrupted):
        unpack(path, tmp_path / "out")


def test_a_wrong_digest_leaves_the_check_failing(tmp_path):
    path = forge(tmp_path / "a.tar", [("data/x", b"1")])

    with pytest.raises(Corrupted):
        unpack(path, tmp_path / "out")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 4096])
def test_something_else_is_no_backup(tmp_path, content):
    path = tmp_path / "a.tar"
    path.write_bytes(content)

    with pytest.raises(NotABackup):
        unpack(path, tmp_path / "out")


def test_a_file_that_is_not_there_is_no_backup(tmp_path):
    with pytest.raises(NotABackup):
        unpack(tmp_path / "a.tar", tmp_path / "out")


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"entries": [{}]}', b'{"entries": [], "x": 1}', b"\xff"],
)
def test_a_list_that_makes_no_sense_is_no_backup(content):
    with pytest.raises(NotABackup):
        contents.read(content, name="a.tar")


def test_a_list_of_another_format_is_no_backup():
    content = contents.written(Manifest(**FACTS, format=2))

    with pytest.raises(NotABackup):
        contents.read(content, name="a.tar")

"""Disclosure under crowds, kills and liars: real processes, a real server, a real disk."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.crowds import ROOT, own_database, run
from tests.servers import serving, unused_port
from tests.visiting import Site, sends, website

pytestmark = pytest.mark.slow

OFFICE = [sys.executable, "-m", "tests.acceptance.office_in_trouble"]
WORKER = [sys.executable, "-m", "tests.prongsai.foundations.tasks.process", "once"]
NIGHT = [sys.executable, "-m", "prongsai", "manage", "worker", "--once"]
KILLED = -signal.SIGKILL


@dataclass(frozen=True, kw_only=True)
class House:
    """An installation and the address its office has on the web."""

    folder: Path
    variables: dict[str, str]

    def do(self, *deeds: str) -> Any:
        """Let one process of the office do deeds; return what it said of each."""
        return json.loads(run([*OFFICE, *deeds], self.variables))

    def end(self, *command: str) -> int:
        """Let a process run; return how it ended."""
        done = subprocess.run(
            command, env=self.variables, cwd=ROOT, capture_output=True, check=False
        )
        return done.returncode

    @property
    def for_server(self) -> dict[str, str]:
        names = ("DATABASE_URL", "PRONGSAI_ADDRESS")
        return {name: self.variables[name] for name in names if name in self.variables}


@contextmanager
def house(folder: Path, address: str = "") -> Iterator[House]:
    with own_database(folder) as variables:
        if address:
            variables["PRONGSAI_ADDRESS"] = address
        yield House(folder=folder, variables=variables)


def test_two_processes_that_publish_the_same_moment_make_one_version(tmp_path):
    with house(tmp_path) as office:
        _begun, answers, after = office.do("begin o5", "both o5", "look")

    refused = [answer for answer in answers if "NothingNew" in answer]
    assert sorted(answers) == sorted(["1", *refused])
    assert len(refused) == 1
    assert (after["versions"], after["publications"]) == (1, 1)
    assert after["editions"] == [[1, 1, True]]
    assert after["items"] == {"o5": ["published", 1]}


def test_a_kill_on_the_way_to_the_public_leaves_nothing_half(tmp_path):
    with house(tmp_path) as office:
        *_done, before = office.do("begin o5", "compose o5", "look")

        ends = [office.end(*OFFICE, f"{deed} o5") for deed in ("die", "late")]
        after, number, mended = office.do("look", "publish o5", "look")

    assert ends == [KILLED, KILLED]
    assert after == before
    assert (after["items"], after["versions"]) == ({"o5": ["draft", None]}, 0)
    assert number == [1]
    assert mended["editions"] == [[1, None, False], [2, 1, True]]
    assert mended["items"] == {"o5": ["published", 1]}


def test_a_page_shows_one_moment_whatever_is_published_between_its_questions(tmp_path):
    with house(tmp_path) as office:
        office.variables["PRONGSAI_PAGE_CACHE_MB"] = "0"
        *_done, torn = office.do(
            "begin o5", "publish o5", "torn o5 /ita/2569/o5/ /published/"
        )

    for path, (*neither, asked) in torn.items():
        assert neither == [], path
        assert asked > 5, path


def serve_and_kill(
    site: Site, pages: dict[str, str], *, at: str, pids: list[int]
) -> None:
    """Serve pages; whoever asks for one of them for the first time is killed."""
    for path, body in pages.items():
        site.pages[path] = sends(body.encode("latin-1"))
    right = site.pages[at]

    def kills(page: Any) -> None:
        site.pages[at] = right
        os.kill(pids[0], signal.SIGKILL)

    site.pages[at] = kills


def test_a_watcher_that_is_killed_goes_on_the_next_time(tmp_path):
    codes = ("o5", "o8", "o9")
    named, pids = " ".join(codes), list[int]()
    with website() as site, house(tmp_path, address=site.address) as office:
        *_done, pages = office.do(
            f"begin {named}", f"publish {named}", f"pages {named}"
        )
        serve_and_kill(site, pages, at="/ita/2569/o8.json", pids=pids)
        with subprocess.Popen(WORKER, env=office.variables, cwd=ROOT) as watcher:
            pids.append(watcher.pid)
        first = office.do("look")[0]["visits"]
        time.sleep(1.2)  # silent for so long the worker counts as dead

        again = office.end(*WORKER)
        (after,) = office.do("look")

    assert watcher.returncode == KILLED
    assert {code for code, *_ in first} == {"o5"}
    assert again == 0
    assert [code for code, *_ in after["visits"]][len(first)] == "o8"
    assert {(code, outcome) for code, _path, outcome, _ in after["visits"]} == {
        (code, "up") for code in codes
    }
    assert set(map(tuple, after["items"].values())) == {("published", 1)}


def read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return bytes(answer.read())


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A real server with an office of one published item, and its address."""
    folder, port = tmp_path_factory.mktemp("served"), unused_port()
    address = f"http://127.0.0.1:{port}"
    with house(folder, address=address) as office:
        office.do("begin o5", "publish o5")
        with serving(
            folder, "--no-worker", "--processes", "2",
            port=port, variables=office.for_server,
        ) as (_server, found):  # fmt: skip
            assert found == address
            yield office, address


def test_the_night_of_a_real_server_is_up_until_a_file_is_replaced_on_the_disk(served):
    office, _address = served

    assert office.end(*NIGHT) == 0
    night, place = office.do("look", "place o5 o5.pdf")
    paper = Path(place)
    whole = paper.read_bytes()
    paper.chmod(0o600)
    paper.write_bytes(whole[:-1] + b"!")
    _visited, replaced = office.do("visit o5", "look")
    paper.write_bytes(whole)
    _visited, mended = office.do("visit o5", "look")

    seen = {path: (outcome, digest) for _, path, outcome, digest in night["visits"]}
    assert {outcome for outcome, _ in seen.values()} == {"up"}
    assert seen["/ita/2569/o5.json"][1] == night["digests"]["o5"]
    assert {path.removeprefix("/ita/2569/o5") for path in seen} == {
        "/", ".json", "/files/o5.pdf", "/files/o5.xlsx",
    }  # fmt: skip
    changed = [row for row in replaced["visits"] if row[2] != "up"]
    assert [row[1:3] for row in changed] == [["/ita/2569/o5/files/o5.pdf", "changed"]]
    assert changed[0][3] != seen["/ita/2569/o5/files/o5.pdf"][1]
    states = [found["items"]["o5"][0] for found in (night, replaced, mended)]
    assert states == ["published", "broken", "published"]


PATHS = ("/ita/2569/o5/", "/ita/2569/o5.json", "/ita/2569/", "/published/")


def test_readers_during_a_publication_get_the_old_page_or_the_new_one(served):
    office, address = served
    before = {path: read(address + path) for path in PATHS}

    with ThreadPoolExecutor(4) as pool:
        publishing = pool.submit(office.do, "again o5 เนื้อหาใหม่")
        readers = [pool.submit(_reads, address, publishing.done) for _ in range(3)]
        answers = [answer for reader in readers for answer in reader.result()]
    (number,) = publishing.result()
    time.sleep(1.1)
    after = {path: {read(address + path) for _ in range(6)} for path in PATHS}

    assert number == [2]
    assert len(answers) > 300
    for path in PATHS:
        (new,) = after[path]
        assert new != before[path], path
        assert {page for at, page in answers if at == path} <= {before[path], new}


def _reads(address: str, is_done: Any) -> list[tuple[str, bytes]]:
    """Read until the publication is over, and a little more."""
    answers, end = [], None
    while end is None or time.monotonic() < end:
        answers += [(path, read(address + path)) for path in PATHS]
        time.sleep(0.01)
        if end is None and is_done():
            end = time.monotonic() + 1
    return answers

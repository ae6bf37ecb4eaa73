"""Workers as processes: killed, stopped, two at once; nothing lost, nothing twice."""

import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.prongsai.foundations.tasks.installation import (
    ROOT,
    Installation,
    installation,
)
from tests.servers import environment_for

pytestmark = pytest.mark.slow
KILLED = -signal.SIGKILL


@pytest.fixture(scope="module")
def empty_house(tmp_path_factory):
    with installation(tmp_path_factory.mktemp("model")) as made:
        yield made


@pytest.fixture
def house(tmp_path, empty_house):
    with installation(tmp_path, like=empty_house) as made:
        yield made


def wait_for(path: Path) -> None:
    end = time.monotonic() + 120
    while not path.exists():
        assert time.monotonic() < end, path
        time.sleep(0.05)


def finish(house: Installation) -> None:
    """Let one worker find what the dead left, and do it."""
    time.sleep(1.2)
    assert house.run("once") == 0


def marks(house: Installation) -> Counter[str]:
    found = house.show()["marks"]
    return Counter(verb for verb in found if "day" not in verb)


def test_a_job_whose_worker_was_killed_is_done_exactly_once(house):
    house.run("make", "be_killed_once=job")

    first = house.run("once")
    finish(house)

    assert first == KILLED
    assert list(marks(house).values()) == [1]
    assert house.show()["jobs"] == [["SUCCESSFUL", 2]]


def test_a_job_that_kills_every_worker_is_given_up_after_two(house):
    house.run("make", "be_killed_always=job")

    first = house.run("once")
    time.sleep(1.2)
    second = house.run("once")
    finish(house)

    shown = house.show()
    assert (first, second) == (KILLED, KILLED)
    assert shown["failures"] == ["tasks.reason.killed"]
    assert shown["jobs"] == [["FAILED", 2]]
    assert marks(house) == {}


def test_a_worker_that_is_asked_to_stop_finishes_the_job_in_hand(house):
    house.run("make", "be_slow=job")
    worker = house.start("work")
    wait_for(house.data / "begun-job-1")

    worker.send_signal(signal.SIGTERM)
    code = worker.wait(timeout=120)

    assert code == 0
    assert list(marks(house).values()) == [1]
    assert house.show()["workers"] == 0


def test_two_workers_share_the_work_and_begin_each_day_once(house):
    jobs = [f"leave_mark=n{n}" for n in range(20)]
    house.run("make", *jobs)

    workers = [house.start("once") for _ in range(2)]
    codes = [worker.wait(timeout=120) for worker in workers]

    shown = house.show()
    counted = Counter(shown["marks"])
    assert codes == [0, 0]
    assert len(counted) == 40 + 1
    assert {n for verb, n in counted.items() if "day" not in verb} == {1}
    assert [n for verb, n in counted.items() if "day" in verb] == [2]
    assert len(set(shown["days"])) == len(shown["days"])
    assert all(row.endswith("True") for row in shown["days"])
    assert set(map(tuple, shown["jobs"])) == {("SUCCESSFUL", 1)}


def test_a_worker_ends_with_the_process_that_started_it(house):
    worker = f"{sys.executable} -m prongsai manage worker --with-parent $$"
    with subprocess.Popen(
        ["sh", "-c", f"{worker} >/dev/null 2>&1 & echo $!; exec sleep 60"],
        env=environment_for(house.data, **house.variables),
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.kill()

    end = time.monotonic() + 120
    while not _is_gone(child):
        assert time.monotonic() < end
        time.sleep(0.1)


def _is_gone(pid: int) -> bool:
    try:
        return ") Z " in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_the_command_does_what_waits_and_ends(house):
    house.run("make", "leave_mark=a", "leave_mark=b")

    done = subprocess.run(
        [sys.executable, "-m", "prongsai", "manage", "worker", "--once"],
        env=environment_for(house.data, **house.variables) | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=180,
    )

    assert done.returncode == 0, done.stderr
    assert sum(marks(house).values()) == 4

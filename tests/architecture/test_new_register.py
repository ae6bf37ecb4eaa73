"""A register begun by the generator keeps every promise at once, before anyone works on it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.new_register import begin

ROOT = Path(__file__).parents[2]
NEEDED = ("src", "tests", "tools", "docs", "benchmarks", "pyproject.toml")
NOT_NEEDED = shutil.ignore_patterns("__pycache__", "browser", "pictures")
NAME = "parking"
PYTHON = sys.executable
LINT_IMPORTS = str(Path(PYTHON).with_name("lint-imports"))
NEW = (
    f"src/prongsai/registers/{NAME}",
    f"tests/prongsai/registers/{NAME}",
    f"tests/strangers/{NAME}.py",
    "src/prongsai/config/settings.py",
    "src/prongsai/sites/staff",
)
PROMISES = ("shape", "house", "verbs", "wall")


@pytest.mark.parametrize(
    "name", ["", "Parking", "car park", "พัสดุ", "a", "car_park", "x" * 32]
)
def test_a_name_that_is_no_plain_noun_is_refused(tmp_path, name):
    with pytest.raises(ValueError, match="one English noun in small letters"):
        begin(name, tmp_path)

    assert [*tmp_path.iterdir()] == []


def test_a_register_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "src/prongsai/registers/lending").mkdir(parents=True)

    with pytest.raises(ValueError, match="called lending already"):
        begin("lending", tmp_path)

    assert [*(tmp_path / "src/prongsai/registers/lending").iterdir()] == []


@pytest.fixture(scope="module")
def checkout(tmp_path_factory) -> Path:
    """A copy of the checkout in which a register was begun."""
    root: Path = tmp_path_factory.mktemp("checkout")
    for part in NEEDED:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=NOT_NEEDED)
        else:
            shutil.copy(ROOT / part, root / part)
    begin(NAME, root)
    run(root, PYTHON, "-m", "prongsai", "manage", "makemigrations", NAME)
    return root


def run(root: Path, *command: str) -> str:
    """Run a program in the copy, which hides the checkout these tests are in."""
    settings = {
        "PRONGSAI_DATA": str(root / "data"),
        "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)]),
    }
    done = subprocess.run(
        command,
        cwd=root,
        env={k: v for k, v in os.environ.items() if k not in LEFT_OUT} | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


LEFT_OUT = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PRONGSAI_TEST_DATABASE"}
"""What belongs to the run of these tests; the copy's tests are on SQLite."""


@pytest.mark.slow
def test_the_new_files_pass_the_linter_and_the_formatter(checkout):
    run(checkout, PYTHON, "-m", "ruff", "check", "--no-cache", *NEW)
    run(checkout, PYTHON, "-m", "ruff", "format", "--no-cache", "--check", *NEW)


@pytest.mark.slow
def test_the_new_register_stands_in_its_layers(checkout):
    layers = (checkout / "pyproject.toml").read_text(encoding="utf-8")

    said = run(checkout, LINT_IMPORTS, "--no-cache")

    assert f' | {NAME}", "measures", "assessments"]' in layers
    assert f', "prongsai.registers.{NAME}"]\nforbidden_modules' in layers
    assert "0 broken" in said


@pytest.mark.slow
def test_its_migration_is_complete(checkout):
    said = run(
        checkout, PYTHON, "-m", "prongsai", "manage", "makemigrations", "--check", NAME
    )

    assert "No changes detected" in said


@pytest.mark.slow
def test_its_tests_its_wall_and_the_promises_of_the_house_hold(checkout):
    said = run(
        checkout,
        PYTHON,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-rN",
        f"tests/prongsai/registers/{NAME}",
        *(f"tests/architecture/test_{promise}.py" for promise in PROMISES),
        "-k",
        f"{NAME} or every_address",
        "-vv",
    )

    assert f"test_a_stranger_finds_nothing_and_changes_nothing[{NAME}:record]" in said
    assert f"test_every_row_has_an_owner_or_is_shared_on_purpose[{NAME}.Record]" in said
    assert f"test_every_verb_has_words[{NAME}.entered]" in said
    assert f"registers/{NAME}/test_actions.py" in said

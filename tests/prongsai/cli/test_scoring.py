"""``prongsai score`` and ``prongsai simulate``: figures, reasons, refusals."""

import json

import pytest
from click.testing import CliRunner

from prongsai.cli import main

VALUES = ["100"] * 5 + ["96.33", "96.17", "95.17", "97.50", "100"]


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


def test_score_gives_total_level_and_instruments():
    result = run("score", "--year", "2568", *VALUES, "--format", "json")

    data = json.loads(result.stdout)
    assert (data["total"], data["level"]) == ("98.27", "ผ่านดีเยี่ยม")
    assert data["instruments"] == {"IIT": "100.00", "EIT": "95.89", "OIT": "98.75"}
    assert data["explanation"]


def test_score_takes_thai_digits():
    thai = ["๑๐๐"] * 5 + ["๙๖.๓๓", "๙๖.๑๗", "๙๕.๑๗", "๙๗.๕๐", "๑๐๐"]

    assert run("score", "--year", "2568", *thai).stdout == (
        run("score", "--year", "2568", *VALUES).stdout
    )


@pytest.mark.parametrize("language", ["th", "en"])
def test_score_explains_each_step(language):
    result = run("score", "--year", "2568", *VALUES, "--lang", language)

    assert result.exit_code == 0
    assert "98.267" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--year", "2561", *VALUES],
        ["--year", "2563", *VALUES],
        ["--year", "2568", *VALUES[1:]],
        ["--year", "2568", *VALUES[1:], "101"],
        ["--year", "2568", *VALUES[1:], "many"],
        ["--year", "2568", *VALUES, "--item", "o1"],
    ],
)
def test_score_refuses_in_one_sentence(arguments):
    result = run("score", *arguments)

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_simulate_shows_the_cheapest_way_first():
    low = ["100"] * 5 + ["96.33", "86.17", "85.17", "97.50", "100"]

    result = run("simulate", "--year", "2568", *low, "--format", "json")

    plans = json.loads(result.stdout)["plans"]
    costs = [float(plan["points"]) for plan in plans]
    assert costs == sorted(costs)
    assert plans[0]["level"] == "ผ่านดีเยี่ยม"


def test_simulate_scores_what_if():
    result = run(
        "simulate", "--year", "2568", *VALUES, "--set", "9=100", "--format", "json"
    )

    assert json.loads(result.stdout)["indicators"]["9"] == "100"


@pytest.mark.parametrize("language", ["th", "en"])
def test_simulate_prints_tables(language):
    result = run("simulate", "--year", "2565", *VALUES, "--lang", language)

    assert result.exit_code == 0

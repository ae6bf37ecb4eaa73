"""``prongsai frameworks``: the years, and one year in full."""

import json

import pytest
from click.testing import CliRunner

from prongsai.cli import main
from prongsai.ita.frameworks.loader import available


def run(*arguments: str):
    return CliRunner().invoke(main, ["frameworks", *arguments])


@pytest.mark.parametrize("language", ["th", "en"])
def test_all_years_are_listed(language):
    result = run("--lang", language)

    assert all(str(year) in result.stdout for year in available())


@pytest.mark.parametrize("year", available())
def test_one_year_is_shown(year):
    assert run(str(year)).exit_code == 0


def test_json_holds_every_year():
    data = json.loads(run("--format", "json").stdout)

    assert [framework["year"] for framework in data] == list(available())


def test_an_unknown_year_names_the_known_ones():
    result = run("2599", "--lang", "en")

    assert result.exit_code == 2
    assert "2568" in result.stderr

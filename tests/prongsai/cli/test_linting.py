"""``prongsai lint``: findings as text and JSON, and what its exit code means."""

import json

import pytest
from click.testing import CliRunner

from prongsai.cli import main
from prongsai.ita.documents.model.codec import to_json
from tests import factories


def run(*arguments: object):
    return CliRunner().invoke(main, ["lint", *map(str, arguments)])


@pytest.fixture
def wrong(tmp_path):
    report = factories.make_analysis(totals={"2567": "1.00", "2568": "2.00"})
    path = tmp_path / "wrong.json"
    path.write_text(to_json(report), encoding="utf-8")
    return path


def test_lint_prints_findings_as_json(wrong):
    result = run(wrong, "--format", "json", "--lang", "en")

    found = json.loads(result.stdout)["findings"]
    assert result.exit_code == 1
    assert "total-differs" in {f["rule"] for f in found}
    assert {
        "rule",
        "severity",
        "where",
        "message",
        "printed",
        "expected",
        "source",
    } == set(found[0])


@pytest.mark.parametrize("language", ["th", "en"])
def test_lint_prints_a_table(wrong, language):
    result = run(wrong, "--lang", language)

    assert result.exit_code == 1
    assert "2.00" in result.stdout


def test_lint_goes_through_several_files(wrong):
    result = run(wrong, wrong, "--format", "json")

    assert len(result.stdout.splitlines()) == 2


def test_bad_input_exits_with_two(tmp_path):
    (tmp_path / "empty.txt").touch()

    assert run(tmp_path / "empty.txt").exit_code == 2

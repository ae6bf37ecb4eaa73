"""``prongsai read`` gives JSON that keeps its schema, or one sentence."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import validate

from prongsai.cli import main
from prongsai.ita.documents.model.schema import report_schema
from tests import shapes


def run(*arguments: object):
    return CliRunner().invoke(main, ["read", *map(str, arguments)])


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.md"
    path.write_bytes(shapes.as_markdown(shapes.shape(1)))
    return path


def test_read_prints_json_of_the_schema(report):
    result = run(report)

    assert result.exit_code == 0
    validate(json.loads(result.stdout), report_schema())


def test_read_prints_a_line_for_each_of_several_files(report):
    result = run(report, report)

    assert [json.loads(line)["kind"] for line in result.stdout.splitlines()] == [
        "measures_result",
        "measures_result",
    ]


@pytest.mark.parametrize("language", ["th", "en"])
def test_read_shows_tables(report, language):
    result = run(report, "--format", "table", "--lang", language)

    assert result.exit_code == 0
    assert "จัดระบบยืมคืนทรัพย์สิน" in result.stdout


def test_read_takes_its_own_json(report, tmp_path):
    first = run(report).stdout
    (tmp_path / "again.json").write_text(first, encoding="utf-8")

    assert run(tmp_path / "again.json").stdout == first


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 9,
    "wrong.pdf": "รายงาน".encode(),
    "letter.txt": "สวัสดี".encode(),
    "broken.docx": b"PK\x03\x04 nothing",
    "broken.pdf": b"%PDF-1.7 nothing",
    "other.json": b'{"schema": "other/1"}',
    "deep.html": b"<div>" * 100_000,
}


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence(tmp_path, name, language):
    path = tmp_path / name
    path.write_bytes(BAD[name])

    result = run(path, "--lang", language)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert name in result.stderr
    assert any("ก" <= c <= "๛" for c in result.stderr) is (language == "th")


def test_a_missing_file_is_one_sentence(tmp_path):
    result = run(tmp_path / "nowhere.txt", "--lang", "en")

    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)

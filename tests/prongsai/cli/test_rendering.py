"""``prongsai render`` and ``prongsai inspect`` write whole files or none."""

import pytest
from click.testing import CliRunner

from prongsai.cli import main
from prongsai.cli.rendering import write_whole
from prongsai.ita.documents.model.codec import to_json
from tests import factories

MAGIC = {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!doctype html", "json": b"{"}


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "report.json"
    path.write_text(to_json(factories.make_report()), encoding="utf-8")
    return path


@pytest.mark.parametrize("to", MAGIC)
def test_render_writes_the_format(source, tmp_path, to):
    out = tmp_path / "out" / f"report.{to}"

    result = CliRunner().invoke(
        main, ["render", str(source), "--to", to, "--out", str(out)]
    )

    assert result.exit_code == 0, result.output
    assert out.read_bytes().lower().startswith(MAGIC[to].lower())


def test_render_says_what_is_missing(tmp_path):
    path = tmp_path / "plain.json"
    path.write_text(to_json(factories.make_plan()), encoding="utf-8")
    out = tmp_path / "memo.pdf"

    result = CliRunner().invoke(
        main,
        ["render", str(path), "--to", "pdf", "--document", "memo", "--out", str(out)],
    )

    assert result.exit_code == 2
    assert not out.exists()


def test_write_whole_leaves_the_old_file_when_it_fails(tmp_path):
    path = tmp_path / "file"
    write_whole(path, b"old")

    with pytest.raises(TypeError):
        write_whole(path, "no bytes")  # type: ignore[arg-type]  # that is the point

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_language_of_messages_is_not_that_of_the_document(source, tmp_path):
    thai, english = tmp_path / "th.html", tmp_path / "en.html"
    render = ["render", str(source), "--to", "html", "--out"]

    spoken = CliRunner().invoke(main, [*render, str(english), "--lang", "en"])
    CliRunner().invoke(main, [*render, str(thai), "--lang", "th"])

    assert spoken.output.startswith("Written")
    assert english.read_bytes() == thai.read_bytes()


def test_a_document_in_english_is_asked_for(source, tmp_path):
    out = tmp_path / "en.html"
    arguments = ["--to", "html", "--document-lang", "en", "--out", str(out)]

    CliRunner().invoke(main, ["render", str(source), *arguments])

    assert '<html lang="en">' in out.read_text(encoding="utf-8")

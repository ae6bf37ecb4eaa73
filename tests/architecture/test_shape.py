"""The shape of the code, checked like any other promise.

Ruff limits statements and branches; import-linter limits who may know whom.
What neither can say is said here.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts
)
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
LIBRARY = [path for path in SOURCES if "ita" in path.parts]

BANNED_NAMES = {"utils", "helpers", "common", "core", "base", "manager", "misc"}
CLOCKS = {"now", "today", "utcnow"}
NETWORK = {"socket", "urllib", "http", "requests", "httpx", "ftplib", "smtplib"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_source_file_fits_on_a_few_screens(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", TESTS, ids=name)
def test_test_file_is_not_endless(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_function_fits_on_one_screen(path):
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno >= 50]

    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_module_says_what_it_holds(path):
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_module_has_a_name_that_says_something(path):
    assert path.stem not in BANNED_NAMES


@pytest.mark.parametrize("path", TESTS, ids=name)
def test_test_mirrors_a_source_file(path):
    inside = path.relative_to(ROOT / "tests")
    if inside.parts[0] in {"architecture", "browser"}:
        return
    source = inside.with_name(inside.name.removeprefix("test_"))

    assert (ROOT / "src" / source).exists() or (
        ROOT / "src" / source.with_suffix("")
    ).is_dir()


@pytest.mark.parametrize("path", LIBRARY, ids=name)
def test_the_library_reads_no_clock(path):
    calls = {
        node.func.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time"}
    }

    assert not calls & CLOCKS


@pytest.mark.parametrize("path", LIBRARY, ids=name)
def test_the_library_opens_no_connection(path):
    modules = {
        alias.name.split(".")[0]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        (node.module or "").split(".")[0]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
    }

    assert not modules & NETWORK


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / line for line in listed.stdout.splitlines()]


def test_no_file_holds_a_path_of_a_machine_or_an_address_of_an_index():
    machine = re.compile(r"(?:^|[\s\"'(=])/(?:work|root|home/\w+)/")
    index = re.compile(r"--(?:extra-)?index-url\s|--find-links\s|file:///")
    found = []
    for path in tracked():
        if path.suffix in {".png", ".svg", ".ttf", ".pdf"} or not path.is_file():
            continue
        if path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [name(path) for pattern in (machine, index) if pattern.search(text)]

    assert found == []


def test_requirements_are_pinned_with_hashes():
    for file in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / file).read_text(encoding="utf-8")
        pins = re.findall(r"^[\w.-]+==\S+ \\$", text, re.MULTILINE)

        assert pins
        assert len(re.findall(r"^\S+==", text, re.MULTILINE)) == len(pins)


SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports are not here")
def test_no_sentence_of_the_real_reports_is_in_the_project():
    sentences = set()
    for seed in SEEDS.glob("*.txt"):
        text = re.sub(r"<[^>]+>|[\t\n]", "\n", seed.read_text(encoding="utf-8"))
        lines = ("".join(line.split()) for line in text.split("\n"))
        sentences |= {line for line in lines if len(line) >= 90}
    project = {
        path: "".join(path.read_text(encoding="utf-8", errors="replace").split())
        for path in tracked()
        if path.is_file() and path.suffix in {".py", ".md", ".toml", ".txt", ".json"}
    }
    found = [
        (name(path), sentence)
        for path, text in project.items()
        for sentence in sentences
        if sentence in text
    ]

    assert found == []

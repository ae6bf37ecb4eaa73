"""The shape of the code, checked like any other promise.

Ruff limits statements and branches; import-linter limits who may know whom.
What neither can say is said here.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
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


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            yield node


def test_source_file_fits_on_a_few_screens():
    assert [name(path) for path in SOURCES if lines_of(path) > 400] == []


def test_test_file_is_not_endless():
    assert [name(path) for path in TESTS if lines_of(path) > 500] == []


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_function_fits_on_one_screen():
    long = [
        f"{name(path)}: {f.name}"
        for path in SOURCES
        for f in functions(path)
        if (f.end_lineno or 0) - f.lineno >= 50
    ]

    assert long == []


def test_module_says_what_it_holds():
    assert [name(path) for path in SOURCES if not ast.get_docstring(tree(path))] == []


def test_module_has_a_name_that_says_something():
    assert [name(path) for path in SOURCES if path.stem in BANNED_NAMES] == []


def test_test_mirrors_a_source_file():
    assert [name(path) for path in TESTS if not mirrors(path)] == []


def mirrors(path: Path) -> bool:
    inside = path.relative_to(ROOT / "tests")
    if inside.parts[0] in {"acceptance", "architecture", "browser"}:
        return True
    source = ROOT / "src" / inside.with_name(inside.name.removeprefix("test_"))
    return source.exists() or source.with_suffix("").is_dir()


def test_the_library_reads_no_clock():
    assert [name(path) for path in LIBRARY if reads_a_clock(path)] == []


def reads_a_clock(path: Path) -> bool:
    calls = {
        node.func.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time"}
    }
    return bool(calls & CLOCKS)


def test_the_library_opens_no_connection():
    assert [name(path) for path in LIBRARY if imports_of(path) & NETWORK] == []


def imports_of(path: Path) -> set[str]:
    return {
        alias.name.split(".")[0]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        (node.module or "").split(".")[0]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
    }


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

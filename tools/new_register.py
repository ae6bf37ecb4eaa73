"""Begins a register: python -m tools.new_register NAME.

Writes every file a register has, its tests and its strangers, and its line in each list.
What comes out passes all checks but two: its Thai sentences wait for a translator
(``make messages`` gathers them), and the generated pages wait for ``make docs``.
"""

import re
import subprocess
import sys
from pathlib import Path
from string import Template

ROOT = Path(__file__).parents[1]
PATTERNS = Path(__file__).parent / "register"
NAME = re.compile(r"[a-z][a-z]{2,30}")
SETTINGS = "src/prongsai/config/settings.py"
ADDRESSES = "src/prongsai/sites/staff/urls.py"
MENU = "src/prongsai/sites/staff/menu.py"
LISTS = (SETTINGS, ADDRESSES, MENU)
"""Where a register has a line, besides the layers in ``pyproject.toml``."""


def begin(name: str, root: Path) -> list[Path]:
    """Write a register called ``name`` into the checkout at ``root``.

    Raises ``ValueError`` with a sentence when the name cannot be used.
    """
    if not NAME.fullmatch(name):
        raise ValueError("A register is named by one English noun in small letters.")
    home = root / "src/prongsai/registers" / name
    if home.exists():
        raise ValueError(f"There is a register called {name} already.")
    tests = root / "tests/prongsai/registers" / name
    written = _fill(PATTERNS / "source", home, name)
    strangers = PATTERNS / "tests/strangers.py.txt"
    for pattern in sorted((PATTERNS / "tests").glob("test_*.txt")):
        written.append(_write(pattern, tests / pattern.stem, name))
    written.append(_write(strangers, root / f"tests/strangers/{name}.py", name))
    (home / "migrations").mkdir()
    (home / "migrations/__init__.py").touch()
    _join_lists(root, name)
    _tidy([*written, *(root / path for path in LISTS)], root)
    return written


def _fill(source: Path, target: Path, name: str) -> list[Path]:
    return [
        _write(
            pattern,
            target
            / str(pattern.relative_to(source)).replace("__name__", name)[
                : -len(".txt")
            ],
            name,
        )
        for pattern in sorted(source.rglob("*.txt"))
    ]


def _write(pattern: Path, target: Path, name: str) -> Path:
    text = Template(pattern.read_text(encoding="utf-8"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        text.substitute(name=name, Name=name.capitalize()), encoding="utf-8"
    )
    return target


def _join_lists(root: Path, name: str) -> None:
    """Add the register to the lists it must stand in."""
    _add(
        root / SETTINGS,
        "REGISTERS = [\n",
        f'    "prongsai.registers.{name}",\n',
    )
    _add(
        root / ADDRESSES,
        "urlpatterns = [\n",
        f'    path("{name}/", include("prongsai.registers.{name}.staff_urls")),\n',
    )
    _add(
        root / MENU,
        '    MenuEntry(_("My work"), "staff_home", "", everyone, "work"),\n',
        f'    MenuEntry(_("{name.capitalize()}"), "{name}:records", _("Registers")),\n',
    )
    layers = root / "pyproject.toml"
    text = layers.read_text(encoding="utf-8")
    beside = r'(containers = \["prongsai\.registers"\]\nlayers = \["[^"]*)"'
    text = re.sub(beside, rf'\1 | {name}"', text)
    alone = r'(id = "cycle"\n(?:.*\n)*?source_modules = \[.*)\]'
    text = re.sub(alone, rf'\1, "prongsai.registers.{name}"]', text)
    layers.write_text(text, encoding="utf-8")


def _tidy(paths: list[Path], root: Path) -> None:
    """Break lines as the formatter would: where depends on how long the name is."""
    files = [str(path) for path in paths if path.suffix == ".py"]
    for words in (
        ["check", "--select", "I", "--fix", "--quiet"],
        ["format", "--quiet"],
    ):
        subprocess.run(
            [sys.executable, "-m", "ruff", *words, "--no-cache", *files],
            cwd=root,
            check=True,
        )


def _add(path: Path, after: str, line: str) -> None:
    text = path.read_text(encoding="utf-8")
    if after not in text:
        raise ValueError(f"{path.name} has no line {after.strip()!r}.")
    path.write_text(text.replace(after, after + line, 1), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Begin the register, make its migration, say what comes next."""
    try:
        written = begin(arguments[0] if arguments else "", ROOT)
    except ValueError as fault:
        print(fault)
        return 2
    for path in written:
        print(f"written: {path.relative_to(ROOT)}")
    name = arguments[0]
    subprocess.run(
        [sys.executable, "-m", "prongsai", "manage", "makemigrations", name], check=True
    )
    print(
        "Next: the law in __init__.py, the states, the words; make messages, make docs"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The wheel: everything the website needs, in an environment that knows no checkout."""

import re
import subprocess
import sys
import sysconfig
import urllib.request
import zipfile
from pathlib import Path

import pytest

from prongsai.config.settings import PACKAGE  # noqa: TID251  # where our files are
from tests.servers import environment_for, serving

pytestmark = pytest.mark.slow

ROOT = PACKAGE.parents[1]
NOT_PACKED = {"__pycache__"}
OFFICE = ("--type", "subdistrict", "--name-th", "อบต. ทดลองวงล้อ", "--name-en", "Trial")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel as ``make dist`` builds it, from the checkout as ``make setup`` left it."""
    out: Path = tmp_path_factory.mktemp("dist")
    run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check",
        "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", out, ROOT,
    )  # fmt: skip
    (built,) = out.glob("prongsai-*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """Python of an empty environment with the wheel, and the libraries lent to it.

    Only the folder of the libraries is lent. What the checkout wrote there to be found
    itself is a ``.pth`` file, which Python reads in folders of its own only.
    """
    home: Path = tmp_path_factory.mktemp("elsewhere") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", home)
    found = home / "bin/python"
    run(
        sys.executable, "-m", "pip", "--python", found, "install", "--quiet",
        "--disable-pip-version-check", "--no-deps", "--no-index", wheel,
    )  # fmt: skip
    (folder,) = home.glob("lib/python*/site-packages")
    lent = sysconfig.get_paths()["purelib"]
    (folder / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def data(python, tmp_path_factory) -> Path:
    """The data of an office that was founded with the wheel alone."""
    folder: Path = tmp_path_factory.mktemp("data")
    for words in (("migrate", "-v0"), ("check",), ("make_office", *OFFICE)):
        manage(python, folder, *words)
    return folder


def run(
    *command: object, cwd: Path | None = None, env: dict[str, str] | None = None
) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        cwd=cwd,
        env=env,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def manage(python: Path, data: Path, *words: str) -> str:
    """Run the command as a person would: by its name, in a folder of no meaning."""
    program = python.with_name("prongsai")
    return run(program, "manage", *words, cwd=data, env=environment_for(data))


def files_of_the_package() -> set[str]:
    return {
        f"prongsai/{path.relative_to(PACKAGE)}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and not NOT_PACKED & {*path.parts}
    }


def read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return bytes(answer.read())


def test_the_wheel_holds_every_file_of_the_package(wheel):
    packed = {
        name for name in zipfile.ZipFile(wheel).namelist() if "-info/" not in name
    }

    assert packed == files_of_the_package()


def test_the_wheel_holds_what_only_the_set_up_makes(wheel):
    packed = {*zipfile.ZipFile(wheel).namelist()}
    catalogues = {name for name in packed if name.endswith("django.po")}
    fonts = {Path(name).name for name in packed if name.endswith(".woff2")}

    assert catalogues
    assert {name.removesuffix(".po") + ".mo" for name in catalogues} <= packed
    assert fonts == {"Sarabun-Regular.woff2", "Sarabun-Bold.woff2"}


def test_the_installed_program_is_not_the_checkouts(python, tmp_path):
    where = run(python, "-c", "import prongsai; print(prongsai.__file__)", cwd=tmp_path)

    assert Path(where.strip()).is_relative_to(python.parents[1])


def test_preparing_what_may_not_be_written_to_is_fine_when_all_is_there(python, data):
    (package,) = python.parents[1].glob("lib/python*/site-packages/prongsai")
    before = {path: path.stat().st_mtime_ns for path in package.rglob("*.[mw]o*")}
    folders = [path for path in package.rglob("*") if path.is_dir()]
    for folder in folders:
        folder.chmod(0o555)

    try:
        said = manage(python, data, "prepare")
    finally:
        for folder in folders:
            folder.chmod(0o755)

    assert said == ""
    assert before
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_the_installed_website_speaks_thai_in_sarabun(python, data):
    with serving(data, python=python) as (_server, address):
        page = read(address).decode()
        (sheet,) = {*re.findall(r'"(/[^"]+\.css[^"]*)"', page)}
        fonts = {*re.findall(r'"(/[^"]+\.woff2)"', page)}
        style = read(address + sheet).decode()
        heads = {read(address + font)[:4] for font in fonts}

    assert "อบต. ทดลองวงล้อ" in page
    assert 'lang="th"' in page
    assert "สำหรับเจ้าหน้าที่" in page  # from a compiled catalogue
    assert len(fonts) == 2
    assert all("Sarabun" in font and font in style for font in fonts)
    assert heads == {b"wOF2"}

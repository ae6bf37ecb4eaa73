"""Gathers the sentences of every application into its own catalogue for translation.

python -m tools.messages

Needs gettext. A catalogue holds no dates, names or line numbers, so that it changes only
when a sentence does. New sentences are left empty; tests refuse them until they are not.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import copytree, ignore_patterns

import polib

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/prongsai"
HEADER = {
    "Project-Id-Version": "prongsai",
    "Language": "th",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
CATALOGUE = Path("locale/th/LC_MESSAGES/django.po")


def applications() -> list[Path]:
    """Every folder that keeps its own catalogue."""
    return sorted(
        path.parent
        for path in PACKAGE.rglob("apps.py")
        if "migrations" not in path.parts
    )


def gathered(application: Path) -> polib.POFile:
    """Return the sentences the sources of an application hold, untranslated."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / application.name
        copytree(application, copy, ignore=ignore_patterns("locale", "__pycache__"))
        (copy / CATALOGUE.parent).mkdir(parents=True)
        subprocess.run(
            [
                # -P: a module of ours must not stand before Python's own (calendar).
                sys.executable, "-P", "-m", "django", "makemessages", "-l", "th",
                "--no-location", "--no-obsolete", "-v", "0",
            ],
            cwd=copy,
            check=True,
            capture_output=True,
            env={k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"},
        )  # fmt: skip
        found = copy / CATALOGUE
        return polib.pofile(str(found)) if found.exists() else polib.POFile()


def merged(application: Path) -> polib.POFile:
    """Return the catalogue with every sentence of today, translated where it was."""
    path = application / CATALOGUE
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    new = polib.POFile(wrapwidth=88)
    new.metadata = HEADER
    for entry in sorted(
        gathered(application), key=lambda e: (e.msgid, e.msgctxt or "")
    ):
        known = old.find(entry.msgid, msgctxt=entry.msgctxt or False)
        if known is not None and "fuzzy" not in known.flags:
            entry.msgstr = known.msgstr
            entry.msgstr_plural = known.msgstr_plural
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.comment = entry.tcomment = ""
        new.append(entry)
    return new


def main() -> int:
    """Write every catalogue anew and say how many sentences wait for a translation."""
    waiting = 0
    for application in applications():
        catalogue = merged(application)
        if not len(catalogue):
            continue
        path = application / CATALOGUE
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
        waiting += len(catalogue.untranslated_entries())
        print(f"{application.relative_to(PACKAGE)}: {len(catalogue)}")
    print(f"waiting for a translation: {waiting}")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())

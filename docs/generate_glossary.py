"""Writes the glossary as a table from docs/glossary.toml."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def glossary_page() -> str:
    """The glossary: English identifier, Thai term, where the term comes from."""
    text = (ROOT / "docs/glossary.toml").read_text(encoding="utf-8")
    terms = tomllib.loads(text)
    rows = [
        f"| `{name}` | {term['en']} | {term['th']} | {term['law']} |"
        for name, term in sorted(terms.items())
    ]
    head = ["| in the code | English | ไทย | source of the term |", "|---|---|---|---|"]
    return "\n".join(["# Glossary", "", *head, *rows, ""])

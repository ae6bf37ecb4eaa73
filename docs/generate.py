"""Writes the generated pages of the documentation, or checks that they are current.

python -m docs.generate           writes them
python -m docs.generate --check   exits with 1 and names the pages that are not
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from docs.generate_architecture import architecture_page
from docs.generate_frameworks import frameworks_page
from docs.generate_glossary import glossary_page
from docs.generate_rules import rules_page
from docs.generate_workflows import workflows_page
from prongsai.ita.documents.model.schema import report_schema

ROOT = Path(__file__).parents[1]


def schema_page() -> str:
    """The JSON schema of a report."""
    return json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "ARCHITECTURE.md": architecture_page,
    "docs/reference/frameworks.md": frameworks_page,
    "docs/reference/glossary.md": glossary_page,
    "docs/reference/report.schema.json": schema_page,
    "docs/reference/rules.md": rules_page,
    "docs/reference/workflows.md": workflows_page,
}


def stale() -> list[str]:
    """Name the pages that differ from what would be written now."""
    return [
        name
        for name, page in PAGES.items()
        if not (ROOT / name).is_file()
        or (ROOT / name).read_text(encoding="utf-8") != page()
    ]


def main(arguments: list[str]) -> int:
    """Write or check all pages."""
    changed = stale()
    if "--check" in arguments:
        for name in changed:
            print(f"{name} is not current: make docs")
        return 1 if changed else 0
    for name in changed:
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGES[name](), encoding="utf-8")
        print(f"written: {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Pictures of the manual, taken by the stories themselves: ``make pictures``."""

import os
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"


def picture(page: Page, name: str, *, whole: bool = False) -> None:
    """Keep what the page shows now, when pictures were asked for."""
    if os.environ.get("PRONGSAI_PICTURES") == "1":
        page.mouse.move(0, 0)
        page.screenshot(path=FOLDER / f"{name}.png", full_page=whole)

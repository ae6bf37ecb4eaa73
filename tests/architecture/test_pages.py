"""The generated pages of the documentation are what would be written now."""

import pytest

from docs.generate import PAGES, ROOT


@pytest.mark.parametrize("name", PAGES)
def test_generated_page_is_current(name):
    assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name]()


def test_writing_a_page_twice_writes_the_same():
    for page in PAGES.values():
        assert page() == page()

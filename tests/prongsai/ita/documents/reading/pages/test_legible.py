"""Thai that cannot be trusted is told from Thai that can."""

import pytest

from prongsai.ita.documents.reading.pages.legible import impossible_share, is_legible
from tests.prongsai.ita.documents.reading.pages import samples

GOOD = " ".join(text for row in samples.TABLE for cell in row for text in cell)


def test_good_thai_is_legible():
    assert impossible_share(GOOD) < 0.001
    assert is_legible(GOOD)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("ั", "\ufffd").replace("่", "\ufffd"),
        lambda text: text.replace("ี", "\uf702x").replace("้", "\uf8ff"),
        lambda text: text.encode("cp874", "replace").decode("latin-1"),
        lambda text: "".join(sorted(text)),
        lambda text: "".join(
            b + a for a, b in zip(text[::2], text[1::2], strict=False)
        ),
    ],
)
def test_spoilt_thai_is_not_legible(spoil):
    assert not is_legible(spoil(GOOD))


def test_a_few_letters_are_always_trusted():
    assert is_legible("\ufffd ่่ x")

"""The names of indicators: which indicator a text names, under any known name."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from prongsai.ita.frameworks.model import Framework, Indicator
from prongsai.ita.thai.text import fold

_NEAR = 0.85
_PREFIX = "การ"


def indicator(framework: Framework, number: str) -> Indicator | None:
    """Return the indicator with that number, or None."""
    return next((i for i in framework.indicators if str(i.number) == number), None)


def names_of(of: Indicator) -> Iterator[str]:
    """Yield every known name of an indicator, folded, longest first."""
    yield from sorted({fold(name) for name in (of.th, *of.aliases)}, key=len)[::-1]


def is_name_of(own: Indicator, text: str, framework: Framework) -> bool:
    """Whether a printed name is the indicator's own, an alias or a near spelling.

    Nothing printed is nobody's fault.
    """
    plain = fold(text)
    if not plain or any(name in plain for name in names_of(own)):
        return True
    others = (i for i in framework.indicators if i is not own)
    if any(name in plain for other in others for name in names_of(other)):
        return False
    return any(_is_near(name, plain) for name in names_of(own))


def leading(text: str, framework: Framework) -> tuple[Indicator, str] | None:
    """Return the indicator whose name begins a folded text, and that name."""
    found = [
        (i, name)
        for i in framework.indicators
        for name in names_of(i)
        if text.startswith(name)
    ]
    return max(found, key=lambda pair: len(pair[1]), default=None)


def begins_with_another(text: str, own: Indicator, framework: Framework) -> bool:
    """Whether a folded text begins with the name of another indicator.

    Names count without their first syllable too, which a text drops easily.
    """
    return any(
        text.startswith((name, name.removeprefix(_PREFIX)))
        for other in framework.indicators
        if other is not own
        for name in names_of(other)
    )


def _is_near(name: str, plain: str) -> bool:
    return SequenceMatcher(None, name, plain, autojunk=False).ratio() >= _NEAR

"""What an article says where people share it: short texts with their limits."""

from dataclasses import dataclass
from datetime import date

from prongsai.foundations.notifications.addresses import site_of
from prongsai.foundations.organisations.queries import current_office
from prongsai.foundations.publications.contents import Json
from prongsai.foundations.publications.models import Version
from prongsai.ita.thai.dates import long_date
from prongsai.registers.news import rules
from prongsai.registers.news.states import OutletKind

_LIMITS = {
    OutletKind.LINE: "line_text_most",
    OutletKind.FACEBOOK: "facebook_text_most",
}
_ELLIPSIS = "…"


@dataclass(frozen=True, kw_only=True)
class ShareText:
    """A text for one outlet, the link in it, its length and how long it may be."""

    kind: OutletKind
    text: str
    url: str
    limit: int
    is_limit_sure: bool

    @property
    def length(self) -> int:
        """How many characters the outlet counts: UTF-16 units, as its makers do."""
        return units(self.text)


def texts_of(version: Version, *, on: date) -> list[ShareText]:
    """Return the text of a published article for every outlet."""
    return [text_of(version, kind, on=on) for kind in OutletKind]


def text_of(version: Version, kind: OutletKind, *, on: date) -> ShareText:
    """Return title, day, summary and link; the summary gives way where it is too long."""
    rule = rules.rule(_LIMITS[kind], on=on)
    url = f"{site_of(current_office())}{version.publication.get_absolute_url()}"
    head = f"{version.title_th}\n{_day(version.content.get('happened_on'))}"
    summary = _summary(version.content.get("summary"))
    room = rule.value - units(f"{head}\n\n\n\n{url}")
    parts = [head, _cut(summary, room), url]
    return ShareText(
        kind=kind,
        text="\n\n".join(part for part in parts if part),
        url=url,
        limit=rule.value,
        is_limit_sure=rule.confidence == "high",
    )


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units.

    >>> units("ข่าว"), units("🙂")
    (4, 2)
    """
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, room: int) -> str:
    if units(text) <= room:
        return text
    return text[: max(room - 1, 0)].rstrip() + _ELLIPSIS if room > 1 else ""


def _summary(said: Json) -> str:
    return str(said.get("th", "")) if isinstance(said, dict) else ""


def _day(said: Json) -> str:
    return (
        long_date(date.fromisoformat(said), digits="arabic")
        if isinstance(said, str)
        else ""
    )

"""Evidence of every kind for the invented measures: files, links, figures, records."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import Protocol

from django.core.files.base import ContentFile

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import gathering, sources
from prongsai.foundations.evidence.collecting import FILES
from prongsai.foundations.evidence.gathering import About
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.publications.queries import newest_versions
from prongsai.ita.documents.rendering.blocks import (
    Block,
    Document,
    Heading,
    Numbering,
    Numerals,
    Orientation,
    Paragraph,
    Section,
    Style,
)
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.ita.thai.fiscal import first_day, last_day
from prongsai.registers.measures.demo.planning import Told
from prongsai.registers.measures.demo.stage import Stage, stories
from prongsai.registers.measures.models import Measure

SITE = "https://www.example.invalid/ita"
REGISTER = "lending/"
"""Where the invented register of loans is published."""


class Proving(Protocol):
    """Adds one kind of evidence to a measure."""

    def __call__(
        self, measure: Measure, about: About, *, by: User, at: datetime
    ) -> None:
        """Add it."""


def prove(stage: Stage, one: Told, *, by: User, at: datetime) -> None:
    """Gather the evidence the story names; a file stands where a register has nothing."""
    for kind in one.story["proofs"]:
        about = _about(stage, one.measure, kind=kind, at=at)
        _WAYS[kind](one.measure, about, by=by, at=at)


def _about(stage: Stage, measure: Measure, *, kind: str, at: datetime) -> About:
    """Say what it shows and of which days: those of the year up to now."""
    year = measure.plan.fiscal_year
    expired = kind == "expired"
    return About(
        title=stories()["proof"][kind],
        start=first_day(year - expired),
        end=last_day(year - 1) if expired else min(last_day(year), at.date()),
        slot="output",
        expires_on=stage.today - timedelta(days=1) if expired else None,
    )


def _file(measure: Measure, about: About, *, by: User, at: datetime) -> None:
    gathering.add_file(measure, _received(by, at), about=about, by=by, at=at)


def _link(measure: Measure, about: About, *, by: User, at: datetime) -> None:
    address = f"{SITE}/{measure.plan.fiscal_year}/{measure.order}"
    gathering.add_link(
        measure, address, about=about, copy=_received(by, at), by=by, at=at
    )


def _figure(measure: Measure, about: About, *, by: User, at: datetime) -> None:
    gathering.add_figure(measure, measure.figure_key, about=about, by=by, at=at)


def _publication(measure: Measure, about: About, *, by: User, at: datetime) -> None:
    there = newest_versions().filter(
        publication__address__startswith=REGISTER, published_at__lte=at
    )
    if version := there.last():
        gathering.add_publication(measure, version, about=about, by=by, at=at)
    else:
        _file(measure, about, by=by, at=at)


def _record(source: str) -> Proving:
    """Return what names a record of the days covered; a file where there is none."""

    def add(measure: Measure, about: About, *, by: User, at: datetime) -> None:
        for one in sources.source(source).choices(by):
            if one.start and about.start <= one.start <= about.end:
                gathering.add_record(measure, source, one.pk, about=about, by=by, at=at)
                return
        _file(measure, about, by=by, at=at)

    return add


_WAYS: Mapping[str, Proving] = {
    "file": _file,
    "expired": _file,
    "link": _link,
    "figure": _figure,
    "publication": _publication,
    "minutes": _record("meetings.minutes"),
    "circular": _record("meetings.circular"),
}


def _received(by: User, at: datetime) -> StoredFile:
    upload = ContentFile(_paper(at.date().replace(day=1)), name="summary.pdf")
    return files.receive(upload, rules=FILES, by=by, at=at)


@cache
def _paper(month: date) -> bytes:
    """Return a page of PDF that says it is invented."""
    paper = stories()["paper"]
    blocks: tuple[Block, ...] = (
        Heading(level=1, text=paper["title"]),
        Paragraph(text=paper["place"], style=Style.CENTRE),
        *(Paragraph(text=line) for line in paper["lines"]),
    )
    section = Section(
        orientation=Orientation.PORTRAIT, numbering=Numbering.CORNER, blocks=blocks
    )
    document = Document(
        title=paper["title"], numerals=Numerals.THAI, sections=(section,)
    )
    return to_pdf(document, made_on=month)

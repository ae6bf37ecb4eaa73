"""The whole report: memo, scores and what is said of them, measures."""

from prongsai.ita.documents.model.report import Report
from prongsai.ita.documents.rendering.blocks import (
    Document,
    Heading,
    Numbering,
    Orientation,
    Section,
)
from prongsai.ita.documents.rendering.contents import cover, measures, memo, scores
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.errors import CannotRender


def build(report: Report, wording: Wording) -> Document:
    """Return everything the report holds, in the order offices bind it.

    Nothing is added and nothing is left out, so that reading it gives the report
    back: memo and scores portrait, measures landscape.
    """
    sections = []
    if report.memo:
        sections.append(memo.section(report.memo, wording, main=False))
    opening = cover.blocks(report, "report", wording)
    analysis = scores.blocks(report, wording)
    if analysis:
        sections.append(
            Section(
                orientation=Orientation.PORTRAIT,
                numbering=Numbering.CORNER,
                blocks=opening + analysis,
            )
        )
        opening = (Heading(level=2, text=wording.say("heading.measures")),)
    if report.measures:
        shown = measures.shows_results(report)
        sections.append(
            Section(
                orientation=Orientation.LANDSCAPE,
                numbering=Numbering.CORNER,
                blocks=(*opening, *measures.tables(report, wording, results=shown)),
            )
        )
    if not analysis and not report.measures:
        raise CannotRender(document="report", missing="measures")
    return Document(
        title=cover.title(report, "report", wording),
        numerals=wording.numerals,
        sections=tuple(sections),
        lang=wording.language,
    )

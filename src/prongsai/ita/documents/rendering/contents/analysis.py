"""The two-year analysis: scores, chart, and a narrative for every indicator."""

from prongsai.ita.documents.model.report import Report
from prongsai.ita.documents.rendering import drafts
from prongsai.ita.documents.rendering.blocks import (
    Document,
    Numbering,
    Orientation,
    Section,
)
from prongsai.ita.documents.rendering.contents import cover, scores
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.errors import CannotRender


def build(report: Report, wording: Wording) -> Document:
    """Return the analysis, portrait, with a draft where the report says nothing."""
    if not scores.has_scores(report):
        raise CannotRender(document="analysis", missing="scores")
    complete = drafts.fill(report, wording)
    return Document(
        title=cover.title(report, "analysis", wording),
        numerals=wording.numerals,
        sections=(
            Section(
                orientation=Orientation.PORTRAIT,
                numbering=Numbering.CORNER,
                blocks=(
                    *cover.blocks(report, "analysis", wording),
                    *scores.blocks(complete, wording),
                ),
            ),
        ),
        lang=wording.language,
    )

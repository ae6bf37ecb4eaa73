"""The plan: measures, why, how, when and who, without results."""

from prongsai.ita.documents.model.report import Report
from prongsai.ita.documents.rendering.blocks import (
    Document,
    Numbering,
    Orientation,
    Section,
)
from prongsai.ita.documents.rendering.contents import cover, measures
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.errors import CannotRender


def build(report: Report, wording: Wording) -> Document:
    """Return the plan, landscape; what came of the measures is left out."""
    if not report.measures:
        raise CannotRender(document="plan", missing="measures")
    return Document(
        title=cover.title(report, "plan", wording),
        numerals=wording.numerals,
        sections=(
            Section(
                orientation=Orientation.LANDSCAPE,
                numbering=Numbering.CORNER,
                blocks=(
                    *cover.blocks(report, "plan", wording),
                    *measures.tables(report, wording, results=False),
                ),
            ),
        ),
        lang=wording.language,
    )

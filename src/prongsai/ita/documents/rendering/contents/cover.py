"""The lines above the first table: title, office, where it sits, fiscal year."""

from prongsai.ita.documents.model.report import Organisation, Report
from prongsai.ita.documents.rendering.blocks import Block, Heading, Paragraph, Style
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.thai.digits import to_arabic


def title(report: Report, document: str, wording: Wording) -> str:
    """Return the report's title, or the usual one of that kind of document."""
    if report.title:
        return wording.text(report.title)
    return wording.say(f"title.{document}")


def blocks(report: Report, document: str, wording: Wording) -> tuple[Block, ...]:
    """Return the title and, as far as the report knows them, office and year.

    The year has a line of its own only where the title does not name it.
    """
    lines = _office(report.organisation, wording)
    year = report.fiscal_year
    if year and str(year) not in to_arabic(report.title):
        lines.append(wording.say("year", year=wording.number(year)))
    return (
        Heading(level=1, text=title(report, document, wording)),
        *(Paragraph(text=line, style=Style.CENTRE) for line in lines),
    )


def _office(office: Organisation | None, wording: Wording) -> list[str]:
    if office is None:
        return []
    seat = {
        "district": wording.text(office.district),
        "province": wording.text(office.province),
    }
    lines = [wording.text(f"{office.type}{office.name}")]
    if office.district and office.province:
        lines.append(wording.say("seat", **seat))
    elif office.district or office.province:
        code = "district" if office.district else "province"
        lines.append(wording.say(code, **{code: seat[code]}))
    return lines

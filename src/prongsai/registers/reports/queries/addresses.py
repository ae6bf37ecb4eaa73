"""Under which item of which year a report is published, as far as a framework says so."""

from dataclasses import dataclass

from prongsai.foundations.frameworks.queries import available
from prongsai.ita.frameworks.model import Document
from prongsai.registers.assessments.queries.codes import framework_of
from prongsai.registers.measures.queries import plans
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries.reports import published
from prongsai.registers.reports.states import ReportKind

_DOCUMENTS = {
    ReportKind.ANALYSIS: "analysis_and_measures",
    ReportKind.PLAN: "analysis_and_measures",
    ReportKind.HALF: "report_on_measures",
    ReportKind.YEAR: "report_on_measures",
}


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item of a year's framework that asks for a report, by its own name."""

    year: int
    code: str
    name: str


def item_of(report: Report) -> Item | None:
    """Return the item that asks for a report; None where no framework names one.

    Where no framework works from the report's year, the item of the report's own year is
    meant, if its framework does not say from which year it works.
    """
    code, wanted = _DOCUMENTS[ReportKind(report.kind)], worked_from(report)
    for year in available():
        if _basis(year, code) == wanted:
            return _item(year, _document(year, code))
    own = report.fiscal_year
    is_silent = _basis(own, code) is None
    return _item(own, _document(own, code)) if is_silent else None


def address_of(report: Report) -> str:
    """Return the address a report is published at, for good.

    What is public keeps its address, whatever a framework that comes later says; an
    address that belongs to another report is not given again.
    """
    if report.published is not None:
        return report.published.publication.address
    item = item_of(report)
    if item is not None:
        address = f"ita/{item.year}/{item.code}/{report.kind}"
        if not published().filter(published__publication__address=address).exists():
            return address
    return f"ita/{report.fiscal_year}/report/{report.kind}"


def worked_from(report: Report) -> int:
    """Return the year whose result or measures a report is about."""
    if report.kind != ReportKind.PLAN:
        return report.fiscal_year
    plan = plans.plan_of(report.fiscal_year)
    stated = None if plan is None else plan.result_year
    return stated or report.fiscal_year - 1


def basis_of(year: int, kind: ReportKind, *, otherwise: int) -> int:
    """Return from which year the item of a year works that asks for a kind of report.

    The framework states it of the document, else of the item; ``otherwise`` where of
    neither.
    """
    return _basis(year, _DOCUMENTS[kind]) or otherwise


def _basis(year: int, code: str) -> int | None:
    document = _document(year, code)
    if document is None:
        return None
    if document.based_on is not None:
        return document.based_on.value
    framework = framework_of(year)
    item = framework.item(document.item) if framework and document.item else None
    return item.data_year.value if item and item.data_year else None


def _document(year: int, code: str) -> Document | None:
    framework = framework_of(year)
    documents = (framework.documents if framework else None) or ()
    return next((one for one in documents if one.code == code), None)


def _item(year: int, document: Document | None) -> Item | None:
    if document is None or document.item is None:
        return None
    return Item(year=year, code=document.item, name=document.th)

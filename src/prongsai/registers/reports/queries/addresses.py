"""Under which item of which year a report is published, as far as a framework says so."""

from dataclasses import dataclass

from prongsai.ita.frameworks.loader import available
from prongsai.ita.frameworks.model import Document
from prongsai.registers.assessments.queries.codes import framework_of
from prongsai.registers.measures.queries import plans
from prongsai.registers.reports.models import Report
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

    The framework states of which year's result a document works. Where it is silent,
    the item of the report's own year is meant.
    """
    code = _DOCUMENTS[ReportKind(report.kind)]
    wanted = _worked_from(report)
    known = {year: _document(year, code) for year in available()}
    for year, document in known.items():
        stated = document.based_on if document else None
        if stated is not None and stated.value == wanted:
            return _item(year, document)
    own = known.get(report.fiscal_year)
    is_silent = own is not None and own.based_on is None
    return _item(report.fiscal_year, own) if is_silent else None


def address_of(report: Report) -> str:
    """Return the address a report is published at, for good."""
    item = item_of(report)
    if item is None:
        return f"ita/{report.fiscal_year}/report/{report.kind}"
    return f"ita/{item.year}/{item.code}/{report.kind}"


def _worked_from(report: Report) -> int:
    """Return the year whose result or measures a report is about."""
    if report.kind != ReportKind.PLAN:
        return report.fiscal_year
    plan = plans.plan_of(report.fiscal_year)
    stated = None if plan is None else plan.result_year
    return stated or report.fiscal_year - 1


def _document(year: int, code: str) -> Document | None:
    framework = framework_of(year)
    documents = (framework.documents if framework else None) or ()
    return next((one for one in documents if one.code == code), None)


def _item(year: int, document: Document | None) -> Item | None:
    if document is None or document.item is None:
        return None
    return Item(year=year, code=document.item, name=document.th)

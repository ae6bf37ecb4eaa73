"""Loans as files: the forms and letters of one, the register and the report of a year."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications.contents import Json
from prongsai.foundations.publications.contents import tables_of as published_tables
from prongsai.ita.documents.rendering.blocks import Document
from prongsai.ita.documents.rendering.docx import to_docx
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.ita.thai.dates import MONTHS as MONTHS_TH
from prongsai.ita.thai.fiscal import first_day, last_day
from prongsai.registers.lending.documents import loans_form, loans_letters, loans_report
from prongsai.registers.lending.documents.loans_wording import condition, day, titles
from prongsai.registers.lending.models import Loan, LoanLine
from prongsai.registers.lending.queries.loans import adverse_decision
from prongsai.registers.lending.queries.loans_register import in_full, internal
from prongsai.registers.lending.states.loans import LoanState
from prongsai.ui import exporting
from prongsai.ui.tables import Column, Row, Table
from prongsai.ui.writing import ENGLISH_MONTHS as MONTHS_EN

PDF_TYPE = "application/pdf"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which register: of which year, which side, as what file."""

    year: int
    inside: bool
    ending: str


def paper(
    loan: Loan, kind: str, ending: str, *, office: Organisation, on: date
) -> HttpResponse:
    """Return a document of a loan; 404 for one it does not have as it stands."""
    document = _PAPERS.get(kind, _no_paper)(loan, office, on)
    name = f"{kind}-{loan.number}-{loan.year}"
    return _painted(document, ending, name, on=on)


def register(
    loans: QuerySet[Loan], asked: Asked, *, office: Organisation
) -> HttpResponse:
    """Return ทะเบียนคุมการยืม: a row for every line that was handed over."""
    span = (first_day(asked.year), last_day(asked.year))
    rows = in_full(internal(loans, inside=asked.inside)).filter(
        handed_at__date__range=span
    )
    side = "internal" if asked.inside else "external"
    name = f"lending-{asked.year}-{side}"
    found = list(_lines(rows.order_by("year", "number")))
    if asked.ending == "pdf":
        written = [[_in_words(cell) for cell in row] for row in found]
        document = loans_report.register(
            written, year=asked.year, inside=asked.inside, office=office
        )
        return _painted(document, "pdf", name, on=span[1])
    heads = titles("register_columns")
    if asked.ending == "csv":
        content, kind = exporting.as_csv(heads, found), exporting.CSV_TYPE
    else:
        content, kind = exporting.as_xlsx(name, heads, found), exporting.XLSX_TYPE
    return exporting.answer(content, content_type=kind, name=f"{name}.{asked.ending}")


def report(
    key: tuple[int, str], ending: str, *, office: Organisation, on: date
) -> HttpResponse:
    """Return the report of a period; 404 for a period no calendar has."""
    year, name = key
    period = loans_report.period_of(year, name)
    if period is None:
        raise Http404
    document = loans_report.report(period, office=office)
    return _painted(document, ending, f"lending-report-{year}-{name}", on=on)


def periods() -> list[tuple[str, str]]:
    """Return the periods a report can be of: the year, its halves, its months."""
    names = MONTHS_EN if get_language() == "en" else MONTHS_TH
    months = [(n + 8) % 12 + 1 for n in range(1, 13)]
    return [
        ("year", _("The whole year")),
        ("half-1", _("First half, October to March")),
        ("half-2", _("Second half, April to September")),
        *((f"month-{n}", names[n - 1]) for n in months),
    ]


def tables_of(content: Mapping[str, Json]) -> list[Table]:
    """Return the tables of a proposed publication, in the reader's language."""
    language = "en" if get_language() == "en" else "th"
    return [
        Table(
            table.title,
            columns=[Column(c.key, c.label, numeric=c.numeric) for c in table.columns],
            rows=[Row(cells=row) for row in table.rows],
        )
        for table in published_tables(content, language)
    ]


def _form(loan: Loan, office: Organisation, on: date) -> Document:
    return loans_form.loan_form(loan, office=office, on=on)


def _refusal(loan: Loan, office: Organisation, _on: date) -> Document:
    decision = adverse_decision(loan)
    if decision is None:
        raise Http404
    return loans_letters.refusal(loan, decision, office=office)


def _chase(loan: Loan, office: Organisation, on: date) -> Document:
    if loan.state != LoanState.HANDED_OVER:
        raise Http404
    return loans_letters.chase_letter(loan, office=office, written=day(on))


def _no_paper(_loan: Loan, _office: Organisation, _on: date) -> Document:
    raise Http404


_PAPERS: Mapping[str, Callable[[Loan, Organisation, date], Document]] = (
    MappingProxyType({"form": _form, "refusal": _refusal, "chase": _chase})
)


def _lines(loans: QuerySet[Loan]) -> Iterator[list[object]]:
    for loan in loans:
        for line in loan.lines.all():
            if line.handed:
                yield _line(loan, line)


def _line(loan: Loan, line: LoanLine) -> list[object]:
    returns = list(line.returns.all())
    last = returns[-1] if returns and not line.outstanding else None
    return [
        str(loan),
        localdate(loan.handed_at) if loan.handed_at else None,
        loan.borrower_name,
        loan.division.name_th,
        line.asset.code,
        line.asset.name_th,
        line.handed,
        loan.due_on,
        localdate(last.received_at) if last else None,
        ", ".join(f"{r.quantity} {condition(r.condition)}" for r in returns),
        str(last.received_by) if last else "",
    ]


def _in_words(value: object) -> object:
    return day(value) if isinstance(value, date) else ("" if value is None else value)


def _painted(document: Document, ending: str, name: str, *, on: date) -> HttpResponse:
    if ending == "pdf":
        content, kind = to_pdf(document, made_on=on), PDF_TYPE
    else:
        content, kind = to_docx(document), DOCX_TYPE
    return exporting.answer(content, content_type=kind, name=f"{name}.{ending}")

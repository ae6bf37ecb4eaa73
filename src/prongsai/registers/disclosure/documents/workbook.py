"""An item as a workbook: a sheet of its elements, and a sheet for each table, whole."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time

from prongsai.foundations.publications import contents, tabular
from prongsai.foundations.publications.contents import Json
from prongsai.registers.disclosure.documents.reading import (
    Things,
    said,
    things,
    words,
)
from prongsai.registers.disclosure.documents.wording import say, titles
from prongsai.ui.exporting import Sheet, as_workbook


def workbook_of(content: Mapping[str, Json], *, on: date) -> bytes:
    """Return the workbook of an item; the same content and day give the same bytes."""
    sheets = (_elements(content), *_tables(content))
    return as_workbook(sheets, made_at=datetime.combine(on, time(), UTC))


def _elements(content: Mapping[str, Json]) -> Sheet:
    return Sheet(
        title=say("sheet_summary"),
        heads=titles("sheet_summary_columns"),
        rows=[
            [
                words(one, "key"),
                words(one, "th"),
                result_of(one),
                said(one.get("reason")),
            ]
            for one in things(content, "elements")
        ],
    )


def _tables(content: Mapping[str, Json]) -> Iterator[Sheet]:
    for table in contents.tables_of(content, "th"):
        yield tabular.sheet_of(table)


def result_of(element: Things) -> str:
    """Return whether an element is there, in one word."""
    if element.get("is_asked") is False:
        return say("not_asked")
    return say("met") if element.get("met") else say("missing")

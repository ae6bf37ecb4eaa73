"""Results as a sheet: the columns that go out are those that come in."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from prongsai.ita.frameworks.model import Framework
from prongsai.registers.assessments.imports.result_sheets import (
    headings,
    names_of_whole,
)
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.codes import (
    framework_of,
    known_codes,
    name_in_language,
)
from prongsai.ui import exporting


def years_file(found: Iterable[Assessment], *, kind: str) -> bytes:
    """Return results as ``csv`` or ``xlsx``, ready to be brought in again."""
    return _file([row for one in found for row in _rows_of(one)], kind=kind)


def template_file(framework: Framework) -> bytes:
    """Return a workbook of one year to fill in."""
    return _file([[*row, None] for row in _lines(framework)], kind="xlsx")


def _file(rows: list[list[object]], *, kind: str) -> bytes:
    heads = list(headings().values())
    if kind == "csv":
        return exporting.as_csv(heads, rows)
    return exporting.as_xlsx(_("Results"), heads, rows)


def _rows_of(assessment: Assessment) -> Iterator[list[object]]:
    framework = framework_of(assessment.fiscal_year)
    values: dict[str, object] = {
        "total": assessment.announced_total,
        "level": assessment.announced_level or None,
        "announced_on": assessment.announced_on,
        **{str(n): v for n, v in queries.points_of(assessment).items()},
        **queries.items_of(assessment),
    }
    for row in _lines(framework) if framework else ():
        if values.get(str(row[1])) is not None:
            yield [*row, values[str(row[1])]]


def _lines(framework: Framework) -> Iterator[list[object]]:
    """Yield year, code and name of everything a year may have."""
    year = framework.year
    for code, name in names_of_whole().items():
        yield [year, code, name]
    for one in framework.indicators:
        yield [year, str(one.number), name_in_language(one.th, one.en)]
    for item in known_codes(year).values():
        yield [year, item.code, name_in_language(item.th, item.en)]

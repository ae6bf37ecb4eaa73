"""The stored figures a report quotes: found for its period, each at its place."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from prongsai.foundations.evidence.models import StoredFigure
from prongsai.foundations.organisations import tenancy
from prongsai.ita.thai.fiscal import first_day
from prongsai.registers.measures.queries.drafting import Number, plain
from prongsai.registers.reports.queries.contents import Placed


def taken(
    keys: Collection[str], *, fiscal_year: int, cut_off: date
) -> Mapping[str, StoredFigure]:
    """Return the newest figure of each key that was taken of the year up to a day."""
    found = StoredFigure.objects.filter(
        organisation=tenancy.required(),
        key__in=keys,
        start=first_day(fiscal_year),
        end=cut_off,
    )
    return {figure.key: figure for figure in found.order_by("pk")}


def placed(place: str, figure: StoredFigure) -> Placed:
    """Return a figure at the place of a report that quotes it."""
    return Placed(
        place=place,
        pk=figure.pk,
        key=figure.key,
        value=plain(figure.value).replace(",", ""),
        of="" if figure.of is None else plain(figure.of).replace(",", ""),
        start=figure.start.isoformat(),
        end=figure.end.isoformat(),
        rows=figure.row_count,
        digest=figure.rows_digest,
        label_th=figure.label_th,
        label_en=figure.label_en,
        unit_th=figure.unit_th,
        unit_en=figure.unit_en,
        formula_th=figure.formula_th,
        formula_en=figure.formula_en,
    )


def number_of(figure: StoredFigure) -> Number:
    """Return a figure as a drafted sentence needs it; reports speak Thai."""
    return Number(
        label=figure.label_th,
        value=figure.value,
        unit=figure.unit_th,
        of=figure.of,
        start=figure.start,
        end=figure.end,
    )


def rows_behind(figures: Iterable[Placed]) -> list[StoredFigure]:
    """Return the stored figures behind a report, to be run again and verified."""
    keys = {figure.pk for figure in figures}
    return list(
        StoredFigure.objects.filter(
            organisation=tenancy.required(), pk__in=keys
        ).order_by("pk")
    )

"""What the indicators of a report are called."""

from collections.abc import Mapping

from prongsai.ita.documents.model.report import Report


def names(report: Report) -> Mapping[str, str]:
    """Return each indicator's name by its number, as the report itself calls it.

    What the report leaves unnamed is called as the framework of its year does.
    """
    called = {s.indicator: s.name for s in report.scores if s.name}
    spoken = {m.indicator for m in report.measures}
    spoken |= {n.indicator for n in report.narratives}
    if spoken - called.keys() - {None}:
        return _official(report.fiscal_year) | called
    return called


def _official(year: int | None) -> dict[str, str]:
    # Most reports name their indicators and need not wait for the frameworks.
    from prongsai.ita.frameworks.loader import available, load  # noqa: PLC0415

    if year not in available():
        return {}
    return {str(i.number): i.th for i in load(year).indicators}

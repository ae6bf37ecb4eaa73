"""What stands on the pages of findings and of the points to expect."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.http import HttpResponse, QueryDict
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from prongsai.ita.disclosure.grouping import Origin, indicators_of
from prongsai.ita.frameworks.model import Confidence
from prongsai.ita.words.catalogue import Language, say
from prongsai.registers.disclosure.models import Year
from prongsai.registers.disclosure.queries.checks import (
    SEVERITY_TONES,
    SEVERITY_WORDS,
)
from prongsai.registers.disclosure.queries.findings import Everything, Found
from prongsai.registers.disclosure.queries.prediction import Line, Predicted
from prongsai.registers.disclosure.queries.years import framework_of
from prongsai.registers.disclosure.states import ITEM_TONES, ItemState
from prongsai.ui import charts, exporting
from prongsai.ui.charts import Chart
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import in_english

KINDS = ("xlsx", "csv")
MOST_NAMED = 3
"""So many missing elements are named; the item's page has them all."""


def counts(everything: Everything) -> list[tuple[str, str]]:
    """Return how many findings there are of each severity."""
    return [
        (str(word), str(everything.count(severity)))
        for severity, word in SEVERITY_WORDS.items()
    ]


def exports(asked: QueryDict) -> list[tuple[str, str]]:
    """Return the files of the list as it is narrowed, with their addresses."""
    found = []
    for kind in KINDS:
        query = asked.copy()
        query["export"] = kind
        found.append((kind.upper(), f"?{query.urlencode()}"))
    return found


def findings_table(rows_of_page: Sequence[Found]) -> Table:
    """Return the findings of one page of the list."""
    columns = [
        Column("item", pgettext("disclosure", "Item")),
        Column("severity", _("How serious")),
        Column("where", _("Where")),
        Column("what", _("What is wrong")),
        Column("division", _("Responsible division")),
    ]
    rows = [
        Row(
            cells=[
                Cell(_code(one), href=f"{one.item.get_absolute_url()}#self-check"),
                Cell(one.said.word, tone=SEVERITY_TONES[one.said.severity]),
                one.said.where or _("the whole item"),
                one.said.text,
                str(one.item.division or "–"),
            ]
        )
        for one in rows_of_page
    ]
    return Table(_("What the self-check found"), columns=columns, rows=rows)


def as_file(year: Year, everything: Everything, kind: str) -> HttpResponse:
    """Return the findings as ``xlsx`` or ``csv``."""
    heads = [
        pgettext("disclosure", "Item"), _("Title"), _("How serious"), _("Where"),
        _("What is wrong"), _("Responsible division"), _("Checked on"),
    ]  # fmt: skip
    rows = [_exported(one) for one in everything.rows]
    title = _("What the self-check found")
    if kind == "csv":
        content, content_type = exporting.as_csv(heads, rows), exporting.CSV_TYPE
    else:
        content = exporting.as_xlsx(title, heads, rows)
        content_type = exporting.XLSX_TYPE
    name = f"ita-{year.fiscal_year}-findings.{kind}"
    return exporting.answer(content, content_type=content_type, name=name)


def prediction_context(year: Year, found: Predicted) -> dict[str, object]:
    """Return everything the page of the points to expect shows."""
    predicted = found.prediction
    return {
        "facts": [
            (_("OIT as it stands"), _points(predicted.oit)),
            (pgettext("points", "Lost"), _points(predicted.lost)),
            *(
                [
                    (
                        _("OIT if the unchecked items are complete"),
                        _points(predicted.best),
                    )
                ]
                if predicted.unknown
                else []
            ),
        ],
        "grouping": list(_grouping(found)),
        "formulas": [_said("formula"), _said("formula-step")],
        "chart": lost_chart(found) if predicted.lost else None,
        "indicators": indicators_table(year, found),
        "steps": steps_table(found.steps),
        "lines": items_table(found.lines),
        "unknown": predicted.unknown,
    }


def lost_chart(found: Predicted) -> Chart:
    """Draw what each incomplete item costs the OIT, the best step first."""
    return charts.bars(
        _("Points of the OIT that each item costs, the cheapest step first"),
        labels=[line.points.code.upper() for line in found.steps],
        series={_("Lost of the OIT"): [_rounded(s.points.lost) for s in found.steps]},
        unit=_("points"),
    )


def indicators_table(year: Year, found: Predicted) -> Table:
    """Return the indicators of the OIT with what they cost."""
    names = indicators_of(framework_of(year))
    columns = [
        Column("indicator", _("Indicator")),
        Column("points", pgettext("disclosure", "Points"), numeric=True),
        Column("lost", _("Lost of the OIT"), numeric=True),
    ]
    rows = [
        Row(
            cells=[
                f"{one.number}. {names[one.number][in_english()]}",
                _points(one.points),
                _points(one.lost),
            ]
        )
        for one in found.prediction.indicators
        if one.number in names
    ]
    return Table(_("Points by indicator"), columns=columns, rows=rows)


def steps_table(steps: Sequence[Line]) -> Table:
    """Return what to do next, most points for each missing element first."""
    columns = [
        Column("rank", _("Rank"), numeric=True),
        Column("item", pgettext("disclosure", "Item")),
        Column("todo", _("What is missing")),
        Column("missing", _("Elements missing"), numeric=True),
        Column("gain", _("Gain per element"), numeric=True),
        Column("worth", _("Brings to the OIT"), numeric=True),
    ]
    rows = [
        Row(
            cells=[
                str(rank),
                Cell(str(line.item), href=line.item.get_absolute_url()),
                _todo(line),
                str(line.points.missing),
                _points(line.points.gain),
                _points(line.points.lost),
            ]
        )
        for rank, line in enumerate(steps, 1)
    ]
    return Table(_("Next steps, the cheapest first"), columns=columns, rows=rows)


def items_table(lines: Sequence[Line]) -> Table:
    """Return every item with its points and how sure its elements are."""
    columns = [
        Column("item", pgettext("disclosure", "Item")),
        Column("state", _("State")),
        Column("points", pgettext("disclosure", "Points"), numeric=True),
        Column("worth", _("Worth in the OIT"), numeric=True),
        Column("lost", _("Lost of the OIT"), numeric=True),
        Column("confirmed", pgettext("elements", "Confirmed"), numeric=True),
        Column("one", pgettext("elements", "One source"), numeric=True),
        Column("inferred", pgettext("elements", "To check"), numeric=True),
    ]
    return Table(
        _("Points by item, and how sure its elements are"),
        columns=columns,
        rows=[_item_row(line) for line in lines],
    )


def _item_row(line: Line) -> Row:
    state = ItemState(line.item.state)
    is_unknown = line.points.is_complete is None
    return Row(
        cells=[
            Cell(str(line.item), href=line.item.get_absolute_url()),
            Cell(str(state.label), tone=ITEM_TONES[state]),
            _("not checked") if is_unknown else _points(line.points.points),
            _points(line.points.worth),
            _points(line.points.lost),
            str(line.sure[Confidence.CONFIRMED]),
            str(line.sure[Confidence.ONE_SOURCE]),
            str(line.sure[Confidence.INFERRED]),
        ]
    )


def _todo(line: Line) -> str:
    if line.points.is_complete is None:
        return _("Public, but not checked yet: check it.")
    if line.is_ready:
        return _("Nothing is missing: publish it.")
    if not line.missing:
        return ngettext(
            "%(count)s error to mend", "%(count)s errors to mend", line.errors
        ) % {"count": line.errors}
    named = ", ".join(line.missing[:MOST_NAMED])
    more = len(line.missing) - MOST_NAMED
    if more <= 0:
        return named
    return _("%(named)s and %(count)s more") % {"named": named, "count": more}


def _grouping(found: Predicted) -> Iterator[str]:
    predicted = found.prediction
    facts = {"year": predicted.year, "from_year": predicted.from_year}
    yield _said(f"grouping-{predicted.origin.value}", **facts)
    if predicted.guessed and predicted.origin is Origin.BORROWED:
        codes = ", ".join(code.upper() for code in predicted.guessed)
        yield _("Placed beside their neighbours, because that year asked nothing alike: %(codes)s") % {"codes": codes}  # fmt: skip


def _said(code: str, **facts: object) -> str:
    language: Language = "en" if in_english() else "th"
    return say(f"disclosure.prediction.{code}", language, **facts)


def _code(one: Found) -> str:
    return one.item.code.upper()


def _exported(one: Found) -> list[object]:
    return [
        _code(one),
        one.item.title,
        one.said.word,
        one.said.where,
        one.said.text,
        str(one.item.division or ""),
        localtime(one.check.checked_at).date(),
    ]


def _points(value: Fraction) -> str:
    return f"{_rounded(value):.2f}"


def _rounded(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

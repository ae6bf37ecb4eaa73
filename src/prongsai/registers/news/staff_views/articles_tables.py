"""The columns of the list of articles, and the tables around postings."""

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from prongsai.registers.news.models import Article, Outlet, Posting
from prongsai.registers.news.queries.postings import PROBLEMS
from prongsai.registers.news.states import (
    ARTICLE_TONES,
    POSTING_TONES,
    ArticleState,
    OutletKind,
    PostingState,
)
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_moment


def title_cell(row: Article) -> Cell:
    """The title with the way to its page."""
    return Cell(str(row), href=row.get_absolute_url())


def state_cell(row: Article) -> Cell:
    """The state as a badge; a correction that waits shows before all else."""
    state = ArticleState(row.state)
    if state == ArticleState.PUBLISHED and row.is_changed:
        label = pgettext("article", "Published, correction not yet")
        return Cell(label, tone="warn", value=state.label)
    return Cell(str(state.label), tone=ARTICLE_TONES[state])


ARTICLE_COLUMNS = (
    Column("title_th", gettext_lazy("Title"), sort="title_th", value=title_cell),
    Column("happened_on", gettext_lazy("Date"), sort="happened_on"),
    Column(
        "category",
        gettext_lazy("Category"),
        sort="category",
        value=lambda row: row.get_category_display(),
    ),
    Column("division", gettext_lazy("Responsible division"), sort="division__order"),
    Column("written_by", gettext_lazy("Written by"), sort="written_by__first_name"),
    Column("mission", gettext_lazy("Duty or mission it serves"), shown=False),
    Column("state", gettext_lazy("State"), sort="state", value=state_cell),
)


def outlets_table(found: Mapping[OutletKind, Outlet | None]) -> Table:
    """Every outlet and whether it is switched on."""
    columns = [
        Column("outlet", _("Outlet")),
        Column("state", _("State")),
        Column("since", pgettext("outlet", "Since")),
    ]
    rows = [_outlet_row(kind, outlet) for kind, outlet in found.items()]
    return Table(_("Posting elsewhere"), columns=columns, rows=rows)


def postings_table(rows: Iterable[Posting]) -> Table:
    """What was posted, and what came of it."""
    columns = [
        Column("outlet", _("Outlet")),
        Column("version", _("Version"), numeric=True),
        Column("asked", pgettext("posting", "Asked for")),
        Column("attempts", _("Attempts"), numeric=True),
        Column("answer", _("Answer")),
        Column("state", _("State")),
    ]
    cells = [
        Row(
            cells=[
                str(OutletKind(row.kind).label),
                str(row.published.number),
                short_moment(row.asked_at),
                str(row.attempts),
                _answer(row),
                _posting_state(row),
            ]
        )
        for row in rows
    ]
    return Table(_("Postings"), columns=columns, rows=cells)


def _outlet_row(kind: OutletKind, outlet: Outlet | None) -> Row:
    is_on = outlet is not None and outlet.is_on
    state = pgettext("outlet", "On") if is_on else pgettext("outlet", "Off")
    return Row(
        cells=[
            Cell(str(kind.label), href=reverse(f"news:outlet_{kind.value}")),
            Cell(state, tone="ok" if is_on else "plain"),
            short_moment(outlet.switched_at) if outlet else "–",
        ]
    )


def _answer(row: Posting) -> str:
    words = str(PROBLEMS[row.problem]) if row.problem in PROBLEMS else ""
    number = str(row.status) if row.status is not None else ""
    return " · ".join(part for part in (number, words) if part) or "–"


def _posting_state(row: Posting) -> Cell:
    state = PostingState(row.state)
    return Cell(str(state.label), tone=POSTING_TONES[state])

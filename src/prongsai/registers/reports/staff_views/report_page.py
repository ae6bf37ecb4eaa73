"""What stands on the page of one report: where it stands, its findings, what comes next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import queries as memos
from prongsai.registers.reports import permissions
from prongsai.registers.reports.actions.holding import SUBJECT
from prongsai.registers.reports.models import Override, Report
from prongsai.registers.reports.queries import checking, reports
from prongsai.registers.reports.queries.checking import Flaw
from prongsai.registers.reports.queries.composing import Draft, compose
from prongsai.registers.reports.queries.contents import Content
from prongsai.registers.reports.queries.texts import Text
from prongsai.registers.reports.staff_views.finding import trail
from prongsai.registers.reports.staff_views.preview import label_of, preview_of
from prongsai.registers.reports.states import REPORT_TONES, ReportKind, ReportState
from prongsai.ui.steps import Step, StepState
from prongsai.ui.writing import short_date, short_moment

_ORDER = tuple(ReportState)


@dataclass(frozen=True, kw_only=True)
class Deeds:
    """What this person can do with a report now."""

    write: bool = False
    submit: bool = False
    run: bool = False
    override: bool = False
    take_back: bool = False
    publish: bool = False


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A report as it is shown: as it was frozen, or as it would be submitted now."""

    content: Content
    texts: Mapping[str, Text]
    stale: Sequence[Text] = ()
    has_moved: bool = False


def report_context(user: User, report: Report, *, on: date) -> dict[str, object]:
    """Return everything the page of a report shows."""
    shown = shown_of(report)
    flaws = checking.worst_first(checking.flaws_of(shown.content))
    errors = checking.errors_in(flaws)
    given = checking.override_for(report, errors)
    return {
        "report": report,
        "trail": trail((str(report), "")),
        "tone": REPORT_TONES[ReportState(report.state)],
        "steps": _steps(report),
        "facts": list(_facts(report)),
        "shown": shown,
        "stale": [(t.key, label_of(t.key, shown.content)) for t in shown.stale],
        "preview": preview_of(shown.content, shown.texts),
        "flaws": flaws,
        "errors": errors,
        "override": given,
        "missing": _missing(report),
        "papers": [(form, form.upper()) for form in ("pdf", "docx", "html", "json")],
        "memos": list(memos.about(SUBJECT, report.pk)),
        "deeds": _deeds(user, report, errors=errors, given=given, on=on),
    }


def shown_of(report: Report) -> Shown:
    """Return what a report says: frozen once it is submitted, composed until then."""
    if report.state == ReportState.DRAFT:
        draft = compose(report)
        return Shown(content=draft.content, texts=draft.texts, stale=draft.stale)
    frozen = reports.frozen(report)
    return Shown(content=frozen, texts={}, has_moved=_moved(frozen, compose(report)))


def _moved(frozen: Content, now: Draft) -> bool:
    """Whether the records say something else than what was frozen."""
    return frozen.report != now.content.report


def _missing(report: Report) -> list[str]:
    if report.state != ReportState.DRAFT:
        return []
    return missing_in_words(reports.missing_for(report.fiscal_year, report.kind))


def missing_in_words(codes: Sequence[str]) -> list[str]:
    """Return what is missing, in words."""
    words = {
        "result-missing": _("The result of the year is not confirmed yet."),
        "plan-missing": _("The year has no plan of measures yet."),
        "plan-not-approved": _("The plan of the year is not approved yet."),
    }
    return [words[code] for code in codes]


def _deeds(
    user: User,
    report: Report,
    *,
    errors: Sequence[Flaw],
    given: Override | None,
    on: date,
) -> Deeds:
    writes = permissions.can_write(user, on)
    is_draft = report.state == ReportState.DRAFT
    blocked = bool(errors) and given is None
    has_come = report.cut_off <= on
    quotes = report.kind in {ReportKind.HALF, ReportKind.YEAR}
    return Deeds(
        write=writes and is_draft,
        submit=writes
        and is_draft
        and has_come
        and not blocked
        and not _missing(report),
        run=writes and is_draft and has_come and quotes,
        override=is_draft and blocked and permissions.can_override(user, on),
        take_back=writes and not is_draft,
        publish=report.state == ReportState.APPROVED
        and permissions.can_publish(user, on),
    )


def _steps(report: Report) -> list[Step]:
    now = _ORDER.index(ReportState(report.state))
    notes = {
        ReportState.SUBMITTED: report.submitted_at,
        ReportState.APPROVED: report.decided_at,
    }
    return [
        Step(
            label=str(state.label),
            state=_step(n, now),
            note=short_date(moment) if (moment := notes.get(state)) else "",
        )
        for n, state in enumerate(_ORDER)
    ]


def _step(n: int, now: int) -> StepState:
    if n < now or (n == now and now == len(_ORDER) - 1):
        return "done"
    return "now" if n == now else "next"


def _facts(report: Report) -> Iterator[tuple[str, object]]:
    yield _("Fiscal year"), report.fiscal_year
    yield _("Kind of report"), report.get_kind_display()
    yield _("As of"), short_date(report.cut_off)
    yield _("Begun"), short_moment(report.made_at)
    if report.decision_number:
        yield _("Approved by memo"), report.decision_number
    if report.digest:
        yield _("Digest of the content"), report.digest
    if report.published is not None:
        version = report.published
        address = version.publication.address
        yield _("Published"), f"{address} v{version.number}"

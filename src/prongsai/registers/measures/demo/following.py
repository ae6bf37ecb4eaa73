"""How the invented measures were followed: steps, rounds, parts, results."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial

from prongsai.foundations.accounts.models import User
from prongsai.ita.thai.fiscal import first_day, fiscal_year_of, last_day
from prongsai.registers.measures.actions import doing, parts, plans, rounds
from prongsai.registers.measures.demo.planning import Story, Told, approved_on
from prongsai.registers.measures.demo.proving import prove
from prongsai.registers.measures.demo.stage import Diary, Stage, stories
from prongsai.registers.measures.models import Kind, Measure, Part, Round, Step
from prongsai.registers.measures.queries import rounds as periods
from prongsai.registers.measures.states import LIVE

LATE_EACH, SLOW_EACH = 4, 5
"""Every which step is still open after its day this year, and was late last year."""

EARLY = 8
"""How many measures of this year have a first step done before it is due."""

SILENT_EACH = 3
"""Every which measure has said nothing of its months."""

A_QUARTER = timedelta(days=93)

SETTLING = timedelta(days=9)
"""How long before the end of its year a measure is written up."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One measure with its story, and the diary its deeds are written into."""

    stage: Stage
    told: Told
    diary: Diary

    @property
    def measure(self) -> Measure:
        """The measure."""
        return self.told.measure

    @property
    def story(self) -> Story:
        """What is told of it."""
        return self.told.story

    @property
    def year(self) -> int:
        """The fiscal year of its plan."""
        return self.measure.plan.fiscal_year


def follow_done(stage: Stage, told: Sequence[Told], diary: Diary) -> None:
    """Write down a whole year of each measure, to the day it was closed."""
    for n, one in enumerate(told):
        page = Page(stage=stage, told=one, diary=diary)
        if "dropped" in one.story:
            _drop(page)
            continue
        _finish_all(page)
        _say_all(page)
        _give_parts(page)
        _settle(page, day=n % 3)


def follow_running(stage: Stage, told: Sequence[Told], diary: Diary) -> None:
    """Write down what was done of each measure up to today; some is late."""
    for n, one in enumerate(told):
        page = Page(stage=stage, told=one, diary=diary)
        _finish_some(page, early=n < EARLY)
        _say_all(page)
        if "parts" in one.story:
            _share_out(page)
        _prove_running(page)


def _steps(measure: Measure) -> list[Step]:
    rows = measure.steps.select_related("measure", "accountable")
    return list(rows.order_by("due_on", "order", "pk"))


def _finish_all(page: Page) -> None:
    words = stories()["words"]
    for n, step in enumerate(_steps(page.measure), page.measure.order):
        due = step.due_on or last_day(page.year)
        is_slow = n % SLOW_EACH == 0
        day = due + timedelta(days=6 if is_slow else -(n % 13))
        day = min(day, last_day(page.year) - SETTLING)
        note = words["late"] if is_slow else words["done"]
        _finish(page, step, day, note=note)


def _finish_some(page: Page, *, early: bool) -> None:
    """Finish what was due, but every fourth; or the first step where that was quick."""
    begun, today = first_day(page.year), page.stage.today
    late_on = today - timedelta(days=page.story.get("late", 0))
    for n, step in enumerate(_steps(page.measure), 1):
        due = step.due_on or last_day(page.year)
        if due == late_on or n % LATE_EACH == 0:
            continue
        if due < today:
            day = max(begun, due - timedelta(days=n % 7))
        elif early:
            day = max(begun, today - timedelta(days=3))
        else:
            continue
        early = False
        _finish(page, step, day, note=stories()["words"]["done"])


def _finish(page: Page, step: Step, day: date, *, note: str) -> None:
    at = page.stage.at(day, 15)
    deed = partial(
        doing.finish_step, step, done_on=at.date(), note=note, by=_owner(step)
    )
    page.diary.note(at, deed)


def _owner(row: Step | Measure) -> User:
    if row.accountable is None:
        raise LookupError(row)
    return row.accountable


def _say_all(page: Page) -> None:
    """Say a word for every round, a few days before its end; for the running one today.

    Months are told of this year only, and not of every measure.
    """
    is_running = page.year == fiscal_year_of(page.stage.today)
    kinds = [Round.QUARTER, Round.HALF, Round.YEAR]
    if is_running and page.measure.order % SILENT_EACH:
        kinds.append(Round.MONTH)
    for period in periods.periods(page.year, kinds):
        at = page.stage.at(period.ends_on - timedelta(days=3), 9)
        if period.starts_on <= at.date() and period.ends_on - at.date() < A_QUARTER:
            page.diary.note(at, partial(_say, page, period, by=_owner(page.measure)))


def _say(page: Page, period: periods.Period, *, by: User, at: datetime) -> None:
    """Say what the steps themselves tell."""
    words, steps = stories()["words"], list(page.measure.steps.all())
    done = sum(step.done_on is not None for step in steps)
    is_behind = any(step.is_late(at.date()) for step in steps)
    obstacle = page.story.get("obstacle", words["lagging"] if is_behind else "")
    measure = Measure.objects.get(pk=page.measure.pk)
    if measure.state not in LIVE:
        return
    rounds.say(
        measure,
        period.round,
        ends_on=period.ends_on,
        progress=Decimal(100 * done // max(1, len(steps))),
        done=f"{words['said']} {done} จาก {len(steps)} ขั้นตอน",
        obstacle=obstacle,
        next="" if done == len(steps) else words["next"],
        by=by,
        at=at,
    )


def _drop(page: Page) -> None:
    """Give a measure up in the second quarter."""
    day = first_day(page.year) + timedelta(days=140)
    reason, by = page.story["dropped"], page.stage.people["clerk"]
    page.diary.note(
        page.stage.at(day), partial(plans.drop, page.measure, reason=reason, by=by)
    )


def _settle(page: Page, *, day: int) -> None:
    """Write the results, gather the evidence, report and close."""
    end = last_day(page.year)
    by = _owner(page.measure)
    page.diary.note(
        page.stage.at(end - SETTLING + timedelta(days=day), 9),
        partial(_write_results, page, by=by),
    )
    proved = end - timedelta(days=6 - day)
    page.diary.note(
        page.stage.at(proved, 10), partial(prove, page.stage, page.told, by=by)
    )
    page.diary.note(
        page.stage.at(proved, 16), partial(doing.report, page.measure, by=by)
    )
    closing = page.stage.people["clerk"]
    page.diary.note(
        page.stage.at(end, 10 + day), partial(doing.close, page.measure, by=closing)
    )


def _write_results(page: Page, *, by: User, at: datetime) -> None:
    story, measure = page.story, page.measure
    doing.write_line(measure, Kind.OUTPUT, story["output"], by=by, at=at)
    value = Decimal(story["value"]) if "value" in story else None
    doing.write_line(
        measure,
        Kind.OUTCOME,
        story["outcome"],
        value=value,
        unit=measure.unit if value is not None else "",
        figure_key=story.get("figure", ""),
        by=by,
        at=at,
    )
    if "no_number" in story:
        doing.state_no_number(measure, story["no_number"], by=by, at=at)


def _give_parts(page: Page) -> None:
    """Give divisions their parts in January; the last one has to write again."""
    codes = page.story.get("parts", ())
    begun = first_day(page.year) + timedelta(days=100)
    due = begun + timedelta(days=45)
    for n, code in enumerate(codes):
        day = begun + timedelta(days=20 + 3 * n)
        _hand_out(page, code, day=begun, due=due)
        _hand_in(page, code, day, words="part")
        if n == len(codes) - 1:
            _judge(page, code, day + timedelta(days=4), accepted=False)
            day += timedelta(days=10)
            _hand_in(page, code, day, words="part_again")
        _judge(page, code, day + timedelta(days=4), accepted=True)


def _share_out(page: Page) -> None:
    """Give parts that stand differently today: accepted, returned, being written."""
    codes = page.story["parts"]
    earliest = approved_on(page.year)
    begun = max(earliest, page.stage.today - timedelta(days=20))
    due = page.stage.today + timedelta(days=10)
    for n, code in enumerate(codes):
        _hand_out(page, code, day=begun, due=due)
        if n < len(codes) - 1:
            day = max(
                earliest + timedelta(days=1), page.stage.today - timedelta(days=6)
            )
            _hand_in(page, code, day, words="part")
            day += timedelta(days=2)
            _judge(page, code, day, accepted=n == 0)


def _hand_out(page: Page, code: str, *, day: date, due: date) -> None:
    deed = partial(
        parts.give,
        page.measure,
        division=page.stage.divisions[code],
        accountable=page.stage.people[code],
        due_on=due,
        by=page.stage.people["analyst"],
    )
    page.diary.note(page.stage.at(day, 9), deed)


def _hand_in(page: Page, code: str, day: date, *, words: str) -> None:
    deed = partial(_write_part, page, code, words=words, by=page.stage.people[code])
    page.diary.note(page.stage.at(day, 11), deed)


def _write_part(page: Page, code: str, *, words: str, by: User, at: datetime) -> None:
    part = _part(page, code)
    text = "\n".join(filter(None, (part.text, stories()["words"][words])))
    part = parts.write(part, text, version=part.version, by=by, at=at)
    parts.submit(part, by=by, at=at + timedelta(minutes=20))


def _judge(page: Page, code: str, day: date, *, accepted: bool) -> None:
    deed = partial(_judge_part, page, code, accepted=accepted)
    page.diary.note(page.stage.at(day, 14), deed)


def _judge_part(page: Page, code: str, *, accepted: bool, at: datetime) -> None:
    part, by = _part(page, code), page.stage.people["analyst"]
    if accepted:
        parts.accept(part, by=by, at=at)
    else:
        parts.return_(part, stories()["words"]["returned"], by=by, at=at)


def _part(page: Page, code: str) -> Part:
    return Part.objects.get(
        measure=page.measure.pk, division=page.stage.divisions[code]
    )


def _prove_running(page: Page) -> None:
    """Gather what there is so far."""
    if "proofs" not in page.story:
        return
    begun = first_day(page.year)
    day = max(begun, page.stage.today - timedelta(days=2))
    deed = partial(prove, page.stage, page.told, by=_owner(page.measure))
    page.diary.note(page.stage.at(day, 16), deed)

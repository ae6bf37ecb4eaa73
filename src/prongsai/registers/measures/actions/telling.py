"""Tell the people of a measure what concerns them: numbers and dates, never content."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.notifications import actions as notifications
from prongsai.foundations.notifications.notices import Fact
from prongsai.foundations.organisations import tenancy
from prongsai.registers.measures.models import Measure, Part, Reminder
from prongsai.registers.measures.queries.work import Due


def number_of(measure: Measure) -> str:
    """Return the number by which a notice names a measure: its place and the year."""
    return f"{measure.order or measure.pk}/{measure.plan.fiscal_year}"


def tell_of_report(measure: Measure, *, by: User, at: datetime) -> None:
    """A measure waits to be looked at: tell who compiles the year."""
    _tell(_compilers(at, besides=by), "measures.to-close", measure, by=by, at=at)


def tell_of_setback(measure: Measure, *, by: User, at: datetime) -> None:
    """A measure came back: tell its person."""
    _tell(_people(measure), "measures.sent-back", measure, by=by, at=at)


def tell_of_expiry(measure: Measure, *, at: datetime) -> None:
    """Evidence has expired: tell the person of the measure and who compiles the year."""
    people = [*_people(measure), *_compilers(at)]
    _tell(people, "measures.evidence-expired", measure, by=None, at=at)


def tell_of_part(
    part: Part, code: str, people: Iterable[User], *, by: User, at: datetime
) -> None:
    """Something happened to the part of a division."""
    facts: dict[str, Fact] = {"number": number_of(part.measure)}
    if code == "measures.part-given":
        facts["due"] = part.due_on or localdate(at)
    notifications.notify(
        [person for person in people if person != by],
        code,
        about=part,
        url=part.get_absolute_url(),
        by=by,
        at=at,
        **facts,
    )


def remind(due: Due, code: str, *, at: datetime) -> bool:
    """Remind the person of something due, once for its date; say whether it was now."""
    if due.accountable is None or due.due_on is None:
        return False
    about = f"{due.kind}:{due.pk}"
    if not _first_time(due.accountable, code, about, due=due.due_on, at=at):
        return False
    notifications.notify(
        [due.accountable],
        code,
        about=due.measure,
        url=due.deed,
        at=at,
        number=number_of(due.measure),
        due=due.due_on,
    )
    return True


def tell_head(user: User, *, day: date, late: int, due: int, at: datetime) -> bool:
    """Send a head the week's count of their division, once for the day."""
    if not _first_time(user, "measures.week", "division", due=day, at=at):
        return False
    notifications.notify(
        [user],
        "measures.week",
        about=user,
        url=reverse("measures:board"),
        at=at,
        count=due,
        number=late,
    )
    return True


def tell_clerk(user: User, *, day: date, late: int, at: datetime) -> bool:
    """Send the clerk the count of everything late, once for the day."""
    if not _first_time(user, "measures.late", "office", due=day, at=at):
        return False
    notifications.notify(
        [user],
        "measures.late",
        about=user,
        url=reverse("measures:late"),
        at=at,
        count=late,
    )
    return True


def compilers(*, at: datetime) -> list[User]:
    """Return who compiles the year: the analysts; the clerk where there is none."""
    return _compilers(at)


def _compilers(at: datetime, besides: User | None = None) -> list[User]:
    day = localdate(at)
    held = holders(Role.ANALYST, on=day) or holders(Role.CLERK, on=day)
    return [each.user for each in held if each.user != besides]


def _people(measure: Measure) -> list[User]:
    return [] if measure.accountable is None else [measure.accountable]


def _tell(
    people: Iterable[User],
    code: str,
    measure: Measure,
    *,
    by: User | None,
    at: datetime,
) -> None:
    notifications.notify(
        people,
        code,
        about=measure,
        url=measure.get_absolute_url(),
        by=by,
        at=at,
        number=number_of(measure),
    )


def _first_time(user: User, code: str, about: str, *, due: date, at: datetime) -> bool:
    _row, is_new = Reminder.objects.get_or_create(
        organisation_id=tenancy.required(),
        code=code,
        about=about,
        receiver=user,
        due_on=due,
        defaults={"told_at": at},
    )
    return is_new

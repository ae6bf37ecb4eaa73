"""The night of disclosure: visit what is public, check it, remind who is late; make packs."""

import tempfile
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.notifications import actions as notifications
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.tasks import progress as progress_of
from prongsai.foundations.tasks.naming import labelled
from prongsai.foundations.tasks.office import aside, office_task, step
from prongsai.foundations.tasks.schedule import Daily
from prongsai.registers.disclosure.actions import checks, packs, visits
from prongsai.registers.disclosure.actions.filereading import read_files
from prongsai.registers.disclosure.actions.visiting import Round, walk
from prongsai.registers.disclosure.documents.packing import Pack
from prongsai.registers.disclosure.models import Item, Year
from prongsai.registers.disclosure.queries import exporting, work
from prongsai.registers.disclosure.queries import visits as watched
from prongsai.registers.disclosure.queries.items import items
from prongsai.registers.disclosure.queries.years import years

DAYS_BEFORE = (14, 3)
"""How many days before its due date the accountable person is reminded of an item."""

WINDOW_DAYS = 60
"""How long before the window opens the clerk is told every week what is not ready."""

MONDAY = 0


@office_task(label=_("Visit what is published as a stranger"), atomic=False)
def visit_items(*, item: int = 0, year: int = 0, progress: int = 0) -> None:
    """Visit one item, those of a year, or all of them, the longest unvisited first.

    The database waits for no page: what to visit is read, then visited, then written,
    item by item. A round that was killed or ran out of time goes on the next time.
    """
    going = Round()
    with step():
        chosen = watched.to_visit()
        if item or year:
            chosen = chosen.filter(Q(pk=item) | Q(year=year))
        keys = list(chosen.values_list("pk", flat=True))
    for done, key in enumerate(keys, 1):
        if going.is_over():
            break
        _visit(key, going)
        with step():
            progress_of.tell(progress, done=done, total=len(keys))
    with step():
        progress_of.finish(progress, at=timezone.now())


def _visit(key: int, going: Round) -> None:
    with step():
        row = watched.to_visit().filter(pk=key).select_related("year").first()
        plan = None if row is None else visits.planned(row)
    if plan is None:
        return
    seen = list(walk(plan, going=going))
    with step():
        visits.keep(plan, seen, by=None, at=timezone.now())


@office_task(label=_("Check what is published"), atomic=False)
def check_items() -> None:
    """Check every public item of the years that are kept, each by itself."""
    with step():
        keys = list(watched.to_visit().order_by("pk").values_list("pk", flat=True))
    for key in keys:
        _look_at_files(key)
        with step():
            row = watched.to_visit().filter(pk=key).select_related("year").first()
            if row is not None:
                checks.run(row, by=None, at=timezone.now())


def _look_at_files(key: int) -> None:
    """Look at the files of an item, seconds each, before anything is locked."""
    with aside():
        row = items().filter(pk=key).select_related("year", "published").first()
        if row is not None:
            read_files(row, at=timezone.now())


@office_task(label=_("Check items of disclosure"), atomic=False)
def check_some(*, item: int = 0, year: int = 0, by: int = 0, progress: int = 0) -> None:
    """Check one item or those of a year, for whoever asked; files are looked at first."""
    with step():
        rows = items().filter(Q(pk=item) | Q(year=year)).order_by("number")
        keys = list(rows.values_list("pk", flat=True))
        person = User.objects.filter(pk=by).first()
    for done, key in enumerate(keys, 1):
        _look_at_files(key)
        with step():
            checks.run(items().get(pk=key), by=person, at=timezone.now())
            progress_of.tell(progress, done=done, total=len(keys))
    with step():
        progress_of.finish(progress, at=timezone.now())


@office_task(label=_("Make an evidence pack"), atomic=False)
def make_pack(*, year: int, by: int, progress: int) -> None:
    """Write the pack of a year item by item, then keep it and say where it is."""
    with step():
        found = years().select_related("organisation").get(pk=year)
        keys = list(exporting.items_of(found).values_list("pk", flat=True))
        person = User.objects.get(pk=by)
    folder = settings.FILE_UPLOAD_TEMP_DIR
    with tempfile.TemporaryFile(dir=folder) as file:
        at = timezone.now()
        with Pack(file, at=at) as pack:
            for done, key in enumerate(keys, 1):
                with step():
                    item = Item.objects.select_related(
                        "year", "published__publication"
                    ).get(pk=key)
                    pack.add(item, watched.of_item(item).iterator())
                    progress_of.tell(progress, done=done, total=len(keys))
            with step():
                pack.finish(found)
        with step():
            kept = packs.keep_pack(found, file, by=person, at=at)
            progress_of.finish(progress, at=timezone.now(), url=kept.get_absolute_url())


@labelled(_("Visits of what is published"))
def watch(_day: date, _at: datetime) -> None:
    """Begin the round of the night; it visits outside this transaction.

    The website of an invented office need not be anywhere.
    """
    office = Organisation.objects.get(pk=tenancy.required())
    if not office.is_demonstration:
        visit_items.enqueue()


@labelled(_("Self-checks of what is published"))
def check(_day: date, _at: datetime) -> None:
    """Begin the checks of the night."""
    check_items.enqueue()


@labelled(_("Reminders of items that are due"))
def remind(day: date, at: datetime) -> None:
    """Tell the accountable person before an item is due, and when it is overdue."""
    days = [day + timedelta(days=before) for before in DAYS_BEFORE]
    late = day - timedelta(days=1)
    for item in _unready().filter(due_on__in=[*days, late]):
        code = "disclosure.overdue" if item.due_on == late else "disclosure.due-soon"
        people = [held.user for held in holders(Role.ANALYST, on=day)]
        if item.accountable is not None:
            people = [item.accountable]
        notifications.notify(
            people,
            code,
            about=item,
            url=item.get_absolute_url(),
            at=at,
            number=item.code.upper(),
            year=item.year.fiscal_year,
            due=item.due_on or day,
        )


@labelled(_("Weekly count of items that are not ready"))
def digest(day: date, at: datetime) -> None:
    """Tell the clerk each Monday before the window what is not ready."""
    if day.weekday() != MONDAY:
        return
    nearing = years().filter(
        window_starts__lte=day + timedelta(days=WINDOW_DAYS), window_starts__gt=day
    )
    for year in nearing:
        open_items = year.items.filter(state__in=work.UNREADY | work.FAULTY).count()
        if open_items and year.window_starts is not None:
            _tell_clerk(year, open_items, day, at=at)


def _tell_clerk(year: Year, count: int, day: date, *, at: datetime) -> None:
    notifications.notify(
        [held.user for held in holders(Role.CLERK, on=day)],
        "disclosure.window",
        about=year,
        url=year.get_absolute_url(),
        at=at,
        year=year.fiscal_year,
        count=count,
        date=year.window_starts or day,
    )


def _unready() -> QuerySet[Item]:
    rows = Item.objects.filter(
        organisation=tenancy.required(),
        state__in=work.UNREADY,
        published__isnull=True,
    )
    return rows.select_related("year", "accountable").order_by("pk")


DAILY: list[Daily] = [watch, check, remind, digest]

"""The tables and facts the pages of administration show."""

from collections.abc import Iterable
from datetime import date

from allauth.usersessions.models import UserSession
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import ActingAppointment, Post, Role, User
from prongsai.foundations.organisations.models import (
    Closure,
    Division,
    FormerName,
    Organisation,
    WorkingHours,
)
from prongsai.ui.colours import ENOUGH, WHITE, contrast
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_date, short_moment


def span(first: date, last: date | None) -> str:
    """Write from when to when."""
    return f"{short_date(first)} – {short_date(last) if last else ''}".strip()


def standing(first: date, last: date | None, *, on: date) -> Cell:
    """Say whether something holds on a day, is yet to come, or is over."""
    if first > on:
        return Cell(_("not begun"), tone="info")
    if last is not None and last < on:
        return Cell(_("ended"), tone="plain")
    return Cell(_("in force"), tone="ok")


def facts_of(person: User) -> list[tuple[str, object]]:
    """Return what is kept about a person."""
    return [
        (_("User name"), person.username),
        (_("E-mail"), person.email or _("none")),
        (_("Telephone"), person.phone or _("none")),
        (_("Since"), short_moment(person.date_joined)),
    ]


def titles_of(person: User) -> str:
    """Name the posts a person has today; ``current_posts`` was fetched with it."""
    return ", ".join(str(post) for post in getattr(person, "current_posts", ()))


def state_of(person: User) -> Cell:
    """Say whether a person may sign in, and has begun to."""
    if not person.is_active:
        return Cell(_("account closed"), tone="bad")
    if not person.has_usable_password():
        return Cell(_("invited"), tone="info")
    return Cell(_("account open"), tone="ok")


def posts_table(posts: Iterable[Post], *, on: date, ends: bool = False) -> Table:
    """Draw the posts of a person; ``ends`` leads to where one is ended."""
    return Table(
        _("Posts"),
        columns=_duty_columns(),
        rows=[
            Row(
                cells=[
                    _title(post.title_th, post.title_en),
                    str(Role(post.role).label),
                    str(post.division or _("The whole office")),
                    span(post.starts_on, post.ends_on),
                    standing(post.starts_on, post.ends_on, on=on),
                ],
                href=reverse("people:end_post", args=[post.pk]) if ends else "",
            )
            for post in posts
        ],
        empty=_("No post yet."),
    )


def orders_table(
    orders: Iterable[ActingAppointment], *, on: date, ends: bool = False
) -> Table:
    """Draw the orders by which a person acts for others."""
    return Table(
        _("Acting appointments"),
        columns=[*_duty_columns(), Column("order", _("By order"))],
        rows=[
            Row(
                cells=[
                    f"{order.get_kind_display()}: {order.title_th}",
                    str(Role(order.role).label),
                    str(order.division or _("The whole office")),
                    span(order.starts_on, order.ends_on),
                    standing(order.starts_on, order.ends_on, on=on),
                    f"{order.order_number} ({short_date(order.order_date)})",
                ],
                href=reverse("people:end_order", args=[order.pk]) if ends else "",
            )
            for order in orders
        ],
        empty=_("None."),
    )


def session_facts(session: UserSession) -> list[tuple[str, object]]:
    """Return where and when somebody signed in."""
    return [
        (_("Began"), short_moment(session.created_at)),
        (_("Last seen"), short_moment(session.last_seen_at)),
        (_("Internet address"), session.ip),
        (_("Browser"), browser_of(session.user_agent)),
    ]


BROWSERS = ("Edg", "OPR", "SamsungBrowser", "Line", "Firefox", "Chrome", "Safari")
NAMES = {"Edg": "Edge", "OPR": "Opera", "SamsungBrowser": "Samsung", "Line": "LINE"}
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux")


def browser_of(agent: str) -> str:
    """Name a browser and its system; the first words that are found count."""
    browser = next((name for name in BROWSERS if f"{name}/" in agent), "")
    system = next((name for name in SYSTEMS if name in agent), "")
    found = [part for part in (NAMES.get(browser, browser), system) if part]
    return " · ".join(found) or _("unknown")


def divisions_table(rows: Iterable[tuple[int, Division]]) -> Table:
    """Draw the tree of divisions."""
    return Table(
        _("Divisions"),
        columns=[
            Column("name", _("Division")),
            Column("code", _("Short code")),
            Column("letter", _("Document code")),
            Column("state", _("State")),
        ],
        rows=[
            Row(
                cells=[
                    "— " * depth + str(division),
                    division.code,
                    division.letter_code,
                    Cell(_("in use"), tone="ok")
                    if division.is_active
                    else Cell(_("retired"), tone="plain"),
                ],
                href=division.get_absolute_url(),
            )
            for depth, division in rows
        ],
        empty=_("No division yet."),
    )


def names_table(names: Iterable[FormerName]) -> Table:
    """Draw what the office was called before."""
    return Table(
        _("Former names"),
        columns=[
            Column("name", _("Name")),
            Column("type", _("Type of office")),
            Column("span", _("Period")),
            Column("basis", _("Announcement")),
        ],
        rows=[
            Row(
                cells=[
                    _title(name.name_th, name.name_en),
                    str(name.get_type_display()),
                    _until(name),
                    name.basis,
                ]
            )
            for name in names
        ],
        empty=_("None."),
    )


def _until(name: FormerName) -> str:
    first = short_date(name.valid_from) if name.valid_from else ""
    return f"{first} – {short_date(name.valid_to)}".strip()


def closure_line(closure: Closure) -> str:
    """Say what is different on a day."""
    word = _("open") if closure.is_open else _("closed")
    return f"{short_date(closure.day)}: {word} · {closure.reason_th}"


def _duty_columns() -> list[Column]:
    return [
        Column("title", _("Title of the post")),
        Column("role", _("Role")),
        Column("division", _("Division")),
        Column("span", _("Period")),
        Column("state", _("State")),
    ]


def _title(thai: str, english: str) -> str:
    return f"{thai} ({english})" if english else thai


def facts_of_office(office: Organisation) -> list[tuple[str, object]]:
    """Return the settings of the office; the three codes stand apart."""
    place = [office.tambon, office.amphoe, office.province, office.postcode]
    where = (
        f"{office.latitude}, {office.longitude}" if office.latitude is not None else ""
    )
    rows = [
        (_("Name in Thai"), office.name_th),
        (_("Name in English"), office.name_en),
        (_("Type of office"), office.get_type_display()),
        (_("Code at the Department of Local Administration"), office.dla_code),
        (_("Code at the Comptroller General's Department"), office.cgd_code),
        (_("Code in e-GP"), office.egp_code),
        (_("Document code"), office.letter_code),
        (_("Address"), office.address_th),
        (_("Address in English"), office.address_en),
        (
            _("Subdistrict, district, province"),
            " ".join(part for part in place if part),
        ),
        (_("Telephone"), office.phones),
        (_("E-mail"), office.email),
        (_("Position on the map"), where),
    ]
    return [(label, value or "–") for label, value in rows]


def hours_facts(rows: Iterable[WorkingHours]) -> list[tuple[str, object]]:
    """Return the hours of each day of the week."""
    known: dict[int, str] = {
        row.weekday: f"{row.opens:%H:%M}–{row.closes:%H:%M}" for row in rows
    }
    return [
        (str(day), known.get(number, _("closed"))) for number, day in WEEKDAYS.items()
    ]


def palette_facts(office: Organisation) -> list[tuple[str, object]]:
    """Return how well the office's colour can be read; 4.5 is enough."""
    ratio = contrast(office.colour, WHITE)
    verdict = (
        _("easily read on white")
        if ratio >= ENOUGH
        else _("too light for text on white: text is darkened by itself")
    )
    return [
        (_("Colour"), office.colour),
        (_("Contrast to white"), f"{ratio:.1f} : 1 – {verdict}"),
    ]

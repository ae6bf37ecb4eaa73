"""The invented office: its data, divisions, people and posts, from ``office.toml``."""

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from prongsai.foundations.accounts.models import Post, Role, User
from prongsai.foundations.organisations.models import (
    Division,
    Organisation,
    WorkingHours,
)

PASSWORD = "prongsai-2569"  # noqa: S105  # printed for everyone to see; invented offices only
"""What every invented person signs in with."""


@dataclass(frozen=True, kw_only=True)
class Cast:
    """The people of the invented office by user name, its divisions by code."""

    office: Organisation
    people: dict[str, User]
    divisions: dict[str, Division]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The invented office as written in ``office.toml``."""

    office: dict[str, str]
    divisions: list[dict[str, str]]
    people: list[dict[str, str]]


def plan() -> Plan:
    """Read ``office.toml``."""
    text = files(__package__).joinpath("office.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return Plan(
        office=found["office"], divisions=found["division"], people=found["person"]
    )


def make_office() -> Organisation:
    """Make the office itself; everything else is made in its name."""
    return Organisation.objects.create(is_demonstration=True, **plan().office)


def make_people(office: Organisation, *, since: date) -> Cast:
    """Make divisions, people and posts; call it in the office's name."""
    found = plan()
    divisions: dict[str, Division] = {}
    for order, row in enumerate(found.divisions):
        fields = dict(row)
        parent = fields.pop("under", None)
        divisions[fields["code"]] = Division.objects.create(
            organisation=office,
            order=order,
            parent=divisions[parent] if parent else None,
            **fields,
        )
    cast = Cast(office=office, people={}, divisions=divisions)
    for row in found.people:
        fields = dict(row)
        cast.people[fields["username"]] = _person(cast, fields, since=since)
    for weekday in range(5):
        WorkingHours.objects.create(
            organisation=office, weekday=weekday, opens="08:30", closes="16:30"
        )
    return cast


def _person(cast: Cast, fields: dict[str, str], *, since: date) -> User:
    """Make one person with one post."""
    role, code = Role(fields.pop("role")), fields.pop("division", "")
    title_th, title_en = fields.pop("title_th"), fields.pop("title_en")
    user = User(
        organisation=cast.office, email=f"{fields['username']}@demo.invalid", **fields
    )
    user.set_password(PASSWORD)
    user.save()
    Post.objects.create(
        organisation=cast.office,
        user=user,
        role=role,
        division=cast.divisions[code] if code else None,
        title_th=title_th,
        title_en=title_en,
        starts_on=since,
    )
    return user

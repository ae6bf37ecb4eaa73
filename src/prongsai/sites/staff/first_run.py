"""The first steps of a new office, each looked up and never ticked by hand."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts import queries as people
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.organisations import queries as offices
from prongsai.foundations.organisations.models import Organisation
from prongsai.registers.assessments.queries import work as assessments
from prongsai.ui.worklist import FirstStep

LEADS = (Role.ADMINISTRATOR, Role.CLERK, Role.MAYOR)
"""Who sees the list: those who set an office up."""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A step, whether it is done, and where it is done."""

    label: str | Promise
    text: str | Promise
    done: bool
    href: str


def first_steps(office: Organisation, *, on: date) -> list[FirstStep]:
    """Return the steps in the order they are taken."""
    return [
        FirstStep(
            label=_("Fill in the office"),
            text=_("Address, telephone, e-mail and the code for documents."),
            url_name="office:edit",
            done=partial(_is_filled_in, office),
        ),
        FirstStep(
            label=_("Set up the divisions"),
            text=_("Every division and the sections inside it."),
            url_name="office:add_division",
            done=partial(_has_divisions),
        ),
        *(
            FirstStep(
                label=label,
                text=text,
                url_name="people:list",
                done=partial(_is_held, role, on),
            )
            for role, label, text in POSTS
        ),
        *REGISTER_STEPS,
    ]


POSTS = (
    (
        Role.HEAD,
        _("Name the heads of division"),
        _("They decide what stays inside the premises and give the first opinion."),
    ),
    (
        Role.CLERK,
        _("Name the chief permanent officer"),
        _("Every memo passes through this post."),
    ),
    (
        Role.MAYOR,
        _("Name the head of the office"),
        _("This post decides what leaves the office."),
    ),
)

REGISTER_STEPS: list[FirstStep] = [
    FirstStep(
        label=_("Enter last year’s result"),
        text=_("The ten indicators as they were announced; everything begins there."),
        url_name="assessments:result_new",
        done=assessments.has_a_result,
    ),
]
"""What registers ask of a new office, one line each: the first asset, the first budget."""


def looked_up(office: Organisation, *, on: date) -> list[Looked]:
    """Return every step and whether it is done."""
    return [
        Looked(
            label=step.label,
            text=step.text,
            done=step.done(),
            href=_address(step.url_name),
        )
        for step in first_steps(office, on=on)
    ]


def leads(user: User, *, on: date) -> bool:
    """Whether a person sets the office up."""
    return any(held.role in LEADS for held in people.capacities(user, on=on))


def _is_filled_in(office: Organisation) -> bool:
    wanted = (office.address_th, office.phones, office.email, office.letter_code)
    return all(wanted)


def _has_divisions() -> bool:
    return offices.divisions().exists()


def _is_held(role: Role, on: date) -> bool:
    return bool(people.holders(role, on=on))


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""

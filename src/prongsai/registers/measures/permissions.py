"""Who may read, write and put forward measures, on a day."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities
from prongsai.foundations.organisations.queries import with_sections
from prongsai.registers.measures.models import Measure, Part, Step
from prongsai.registers.measures.states import MeasureState

WRITERS = frozenset({Role.ANALYST, Role.CLERK})
"""Who compiles the year."""

OVERSEES = frozenset({Role.ANALYST, Role.CLERK, Role.MAYOR, Role.AUDITOR})
"""Roles that see what is late in the whole office; heads see their division."""

JUDGES = frozenset({Role.ANALYST, Role.CLERK, Role.MAYOR})
"""Who looks at what was reported, and opens it again."""


def can_read(user: User, *, on: date) -> bool:
    """Everybody with a post in the office reads the plan: it will be published."""
    return bool(capacities(user, on=on))


def can_write(user: User, *, on: date) -> bool:
    """The analyst and the chief permanent officer write the plan and every measure."""
    return any(held.role in WRITERS for held in capacities(user, on=on))


def can_propose(user: User, *, on: date) -> bool:
    """Whoever writes the plan puts it forward, and closes it."""
    return can_write(user, on=on)


def can_edit(user: User, measure: Measure, *, on: date) -> bool:
    """The writers always; a head those of the own division while they are a draft."""
    if can_write(user, on=on):
        return True
    return measure.state == MeasureState.DRAFT and heads_division_of(
        user, measure, on=on
    )


def heads_division_of(user: User, measure: Measure, *, on: date) -> bool:
    """Whether a person is head of the division a measure belongs to."""
    division = measure.division_id
    return division is not None and division in headed_by(user, on=on)


def headed_by(user: User, *, on: date) -> set[int]:
    """Return the keys of the divisions, with their sections, a person is head of."""
    found: set[int] = set()
    for held in capacities(user, on=on):
        if held.role == Role.HEAD and held.division is not None:
            found |= with_sections(held.division)
    return found


def can_oversee(user: User, *, on: date) -> bool:
    """See every division's work: the analyst, the clerk, the mayor, auditors."""
    return any(held.role in OVERSEES for held in capacities(user, on=on))


def can_follow(user: User, measure: Measure, *, on: date) -> bool:
    """Say how far it is and what came of it: its person, its head, who compiles."""
    return (
        measure.accountable_id == user.pk
        or can_write(user, on=on)
        or heads_division_of(user, measure, on=on)
    )


def can_finish(user: User, step: Step, *, on: date) -> bool:
    """Finish a step: its person, the head of its division, who follows the measure."""
    return (
        step.accountable_id == user.pk
        or step.division_id in headed_by(user, on=on)
        or can_follow(user, step.measure, on=on)
    )


def can_settle(user: User, measure: Measure, *, on: date) -> bool:
    """Close a reported measure or send it back: never who reported it."""
    return measure.reported_by_id != user.pk and can_reopen(user, on=on)


def can_reopen(user: User, *, on: date) -> bool:
    """Open a closed measure again: the analyst, the clerk or the mayor."""
    return any(held.role in JUDGES for held in capacities(user, on=on))


def can_give_parts(user: User, measure: Measure, *, on: date) -> bool:
    """Give a division its part: whoever follows the measure."""
    return can_follow(user, measure, on=on)


def can_write_part(user: User, part: Part) -> bool:
    """Write and submit a part: the one person who answers for it."""
    return part.accountable_id == user.pk


def can_judge_part(user: User, part: Part, *, on: date) -> bool:
    """Accept a part or return it: who follows the measure, never on one's own part."""
    return part.accountable_id != user.pk and can_follow(user, part.measure, on=on)


def can_take_figures(user: User, *, on: date) -> bool:
    """Run the figures of a plan again at the cut-off: who compiles the year."""
    return can_write(user, on=on)

"""Promises the database keeps, written once."""

from django.db.models import CheckConstraint, Q


def together(*names: str) -> CheckConstraint:
    """Set all of these fields or none of them: a decision has a person and a time."""
    none = Q(**{f"{name}__isnull": True for name in names})
    every = Q(**{f"{name}__isnull": False for name in names})
    return CheckConstraint(
        name=f"%(app_label)s_%(class)s_{'_with_'.join(names)}"[:63],
        condition=none | every,
    )


def one_of(name: str, values: list[str]) -> CheckConstraint:
    """Let a field hold nothing but its choices, whoever writes it."""
    return CheckConstraint(
        name=f"%(app_label)s_%(class)s_{name}_known"[:63],
        condition=Q(**{f"{name}__in": values}),
    )

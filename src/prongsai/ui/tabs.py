"""Pages that belong together, for the tabs."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class Tab:
    """One page among its neighbours; ``count`` is shown beside the label."""

    label: str | Promise
    href: str
    current: bool = False
    count: int | None = None

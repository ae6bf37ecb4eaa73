"""What somebody may do on a page, as its buttons."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class Deed:
    """A button: a link, or with ``is_post`` a form of one button that may ask first."""

    label: str | Promise
    href: str
    kind: str = "secondary"
    icon: str = ""
    is_post: bool = False
    confirm: str | Promise = ""

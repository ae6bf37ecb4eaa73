"""Titles to choose from when a post is given, as the type of office has them."""

from prongsai.foundations.organisations.models import OfficeType, Organisation
from prongsai.foundations.organisations.titles import Term, titles_of


def titles_for(office: Organisation) -> list[Term]:
    """Return the titles of the head, the chief permanent officer and the heads."""
    words = titles_of(OfficeType(office.type))
    return [
        words.head,
        words.deputy_head,
        words.clerk,
        *(division.head for division in words.divisions),
    ]

"""The list of members that hangs on the order of a committee."""

from collections.abc import Iterator

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.blocks import Block, Document, Heading
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.registers.meetings.documents import parts
from prongsai.registers.meetings.documents.wording import role, say
from prongsai.registers.meetings.models import Committee, Member, Order
from prongsai.registers.meetings.queries import committees as queries

_WIDTHS = (1.9, 5, 5, 4, 5)


def annex(committee: Committee, *, office: Organisation) -> Document:
    """Return the annex of the order that counts now."""
    order = queries.latest_order(committee)
    title = (
        committee.title
        if order is None
        else say("annex_title", order=order.number, date=parts.day(order.dated))
    )
    return parts.whole(title, _blocks(committee, order, title=title, office=office))


def _blocks(
    committee: Committee, order: Order | None, *, title: str, office: Organisation
) -> Iterator[Block]:
    yield Heading(level=1, text=title)
    yield parts.centred(say("annex_committee", committee=committee.title))
    yield parts.centred(OFFICIAL.text(office.name_th))
    members = [] if order is None else list(queries.members_of(order))
    if members:
        rows = [_row(n, member) for n, member in enumerate(members, 1)]
        yield parts.table(title, "annex_columns", rows, widths=_WIDTHS)
    if committee.duties.strip():
        yield Heading(level=2, text=say("duties_heading"))
        yield from parts.paragraphs(committee.duties)


def _row(number: int, member: Member) -> tuple[str, ...]:
    return (
        str(number),
        member.name,
        member.position,
        role(member.role),
        member.duties,
    )

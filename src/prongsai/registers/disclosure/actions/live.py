"""Parts that registers answer: one for each supply that is there."""

from datetime import datetime

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.ita.frameworks import model
from prongsai.registers.disclosure.actions.holding import enter
from prongsai.registers.disclosure.models import Item, Part
from prongsai.registers.disclosure.queries.defaults import answered_by, supplies_for
from prongsai.registers.disclosure.states import ItemState, PartKind


@transaction.atomic
def add_live(item: Item, asked: model.Item, *, by: User, at: datetime) -> int:
    """Add a part for each register that answers an item and has none; return how many."""
    present = set(item.parts.values_list("supply", flat=True))
    made = 0
    for supply in supplies_for(asked):
        if supply.key in present:
            continue
        Part.objects.create(
            organisation_id=item.organisation_id,
            item=item,
            order=item.parts.count(),
            kind=PartKind.LIVE,
            supply=supply.key,
            keys=answered_by(supply, asked),
            written_at=at,
            written_by=by,
        )
        made += 1
    if made and item.state == ItemState.MISSING:
        enter(item, ItemState.DRAFT)
        item.save(update_fields=["state"])
    return made

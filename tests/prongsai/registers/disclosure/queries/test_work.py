"""What waits for whom: broken and late items for their keepers, the year for verifiers."""

from datetime import date, timedelta

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.registers.disclosure.queries import work
from tests.cast import TODAY, make_division, make_user
from tests.visiting import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DAY = timedelta(days=1)


def items_of(user):
    found = work.items_due(user, TODAY)
    return {str(one.label).split()[0]: one for one in found if one.badge}


def changed(item, **fields):
    for name, value in fields.items():
        setattr(item, name, value)
    item.save(update_fields=list(fields))
    return item


def test_broken_and_due_items_wait_for_the_accountable_person_and_the_division():
    broken = changed(make_published(), state="broken")
    division = make_division()
    keeper, colleague = make_user(), make_user(division=division)
    changed(broken, accountable=keeper)
    due = changed(
        broken.year.items.get(code="o8"), division=division, due_on=TODAY - DAY
    )
    changed(
        broken.year.items.get(code="o9"), division=division, due_on=date(2027, 1, 1)
    )

    assert set(items_of(keeper)) == {"o7"}
    assert set(items_of(colleague)) == {"o8"}
    late = items_of(colleague)["o8"]
    assert (late.tone, late.due) == ("bad", due.due_on)
    assert items_of(make_user()) == {}


def test_the_year_at_a_glance_is_shown_to_verifiers_until_all_is_well():
    item = make_published()
    auditor = make_user(role=Role.AUDITOR)

    (glance,) = work.items_due(auditor, TODAY)
    assert glance.href == item.year.get_absolute_url()
    item.year.items.update(published=item.published, state="published")

    assert work.items_due(auditor, TODAY) == []

"""A corrected framework counts when an administrator says so, and not before."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.frameworks import actions, queries, refusals
from prongsai.foundations.frameworks.models import InstallState
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import BadFramework
from prongsai.ita.frameworks import loader
from tests.cast import NOW, make_office, make_user, settle
from tests.installing import (
    SOURCE,
    another_year,
    corrected,
    make_administrator,
    make_proposed,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def title():
    item = queries.load(2569).item("o4")
    assert item is not None
    return item.th


def test_propose_changes_nothing_yet():
    make_office()

    make_proposed()

    assert title() == "ข่าวประชาสัมพันธ์"
    assert queries.digest_of(2569) == ""


def test_put_in_force_counts_here_and_nowhere_else():
    alice, charlie = make_office(), make_office()
    row = make_proposed()

    actions.put_in_force(row, by=row.proposed_by, at=NOW)

    assert title() == "ข่าวประชาสัมพันธ์ของหน่วยงาน"
    assert queries.load(2569).revision == 2
    with tenancy.acting_for(charlie.pk):
        assert title() == "ข่าวประชาสัมพันธ์"
    assert alice.pk == tenancy.required()


def test_put_in_force_replaces_the_one_before():
    make_office()
    first = make_proposed()
    actions.put_in_force(first, by=first.proposed_by, at=NOW)
    text = corrected(revision=3, after='th = "ข่าว"')
    second = actions.propose(text, source=SOURCE, by=first.proposed_by, at=NOW)

    actions.put_in_force(second, by=first.proposed_by, at=NOW)

    first.refresh_from_db()
    assert (first.state, title()) == (InstallState.REPLACED, "ข่าว")


def test_propose_sets_an_open_proposal_aside():
    make_office()
    first = make_proposed()

    make_proposed(by=first.proposed_by)

    first.refresh_from_db()
    assert first.state == InstallState.REJECTED


def test_propose_takes_a_year_that_is_not_shipped():
    make_office()
    row = actions.propose(
        another_year(), source=SOURCE, by=make_administrator(), at=NOW
    )
    actions.put_in_force(row, by=row.proposed_by, at=NOW)

    assert queries.available() == (*loader.available(), 2570)
    assert queries.load(2570).year == 2570


def test_reject_keeps_what_holds():
    make_office()
    row = make_proposed()

    actions.reject(row, by=row.proposed_by, at=NOW)

    row.refresh_from_db()
    assert (row.state, title()) == (InstallState.REJECTED, "ข่าวประชาสัมพันธ์")


@pytest.mark.parametrize("deed", [actions.put_in_force, actions.reject])
def test_deciding_twice_is_refused(deed):
    make_office()
    row = make_proposed()
    actions.reject(row, by=row.proposed_by, at=NOW)

    with pytest.raises(refusals.AlreadyDecided):
        deed(row, by=row.proposed_by, at=NOW)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("year = [", BadFramework),
        (corrected().replace("weight = 0.30", "weight = 0.90", 1), BadFramework),
        (corrected(revision=1), refusals.RevisionTooLow),
        (loader.shipped_text(2569), refusals.SameFramework),
        ("#" * (actions.MOST_LETTERS + 1), refusals.FileTooLong),
    ],
    ids=["no-toml", "contradiction", "revision", "same", "too-long"],
)
def test_propose_refuses_what_cannot_count(text, refusal):
    make_office()

    with pytest.raises(refusal):
        actions.propose(text, source=SOURCE, by=make_administrator(), at=NOW)


def test_propose_refuses_without_a_source():
    make_office()

    with pytest.raises(refusals.SourceMissing):
        actions.propose(corrected(), source=" ", by=make_administrator(), at=NOW)


@pytest.mark.parametrize("role", [Role.ANALYST, Role.CLERK, Role.OFFICER])
def test_installing_is_for_administrators(role):
    make_office()
    row, other = make_proposed(), make_user(role=role)

    with pytest.raises(PermissionDenied):
        actions.propose(corrected(), source=SOURCE, by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.put_in_force(row, by=other, at=NOW)


def test_without_an_office_the_shipped_ones_hold():
    make_office()
    row = make_proposed()
    actions.put_in_force(row, by=row.proposed_by, at=NOW)

    settle(None)

    assert queries.load(2569) is loader.load(2569)

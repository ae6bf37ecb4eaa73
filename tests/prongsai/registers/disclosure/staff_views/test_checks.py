"""The pages of the self-check: who may start it, what they list, what they export."""

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.disclosure.actions import checks
from prongsai.registers.disclosure.models import Check
from tests.cast import NOW, client_of, make_division, make_user
from tests.disclosing import make_disclosure, without_live_parts, write_text

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def kept():
    return make_disclosure()


def planted(kept, code="o22"):
    item = without_live_parts(kept.item(code))
    write_text(item, by=kept.analyst, data_year=2567)
    return item


def test_checking_an_item_keeps_a_check_and_leads_back(kept):
    item = planted(kept)

    answer = client_of(kept.analyst).post(reverse("disclosure:check", args=[item.pk]))

    assert answer["Location"] == f"{item.get_absolute_url()}#self-check"
    assert Check.objects.filter(item=item, checked_by=kept.analyst).count() == 1


def test_who_neither_verifies_nor_writes_may_not_check(kept):
    other = client_of(make_user(role=Role.OFFICER, division=make_division()))

    for url in (
        reverse("disclosure:check", args=[kept.item("o1").pk]),
        reverse("disclosure:check_year", args=[2569]),
    ):
        assert other.post(url).status_code == 403
    assert Check.objects.count() == 0


def test_checking_the_year_answers_with_its_findings(kept):
    planted(kept)
    client = client_of(kept.analyst)

    answer = client.post(reverse("disclosure:check_year", args=[2569]), follow=True)

    page = answer.content.decode()
    assert answer.redirect_chain == [(reverse("disclosure:findings", args=[2569]), 302)]
    assert "page=2" in page
    assert Check.objects.count() == 26


def test_findings_are_narrowed_and_exported(kept):
    item = planted(kept)
    checks.run(item, by=kept.analyst, at=NOW)
    client, url = client_of(kept.analyst), reverse("disclosure:findings", args=[2569])

    everything = client.get(url).content.decode()
    doubts = client.get(url, {"severity": "warning"}).content.decode()
    other = client.get(url, {"division": make_division().pk}).content.decode()
    sheet = client.get(url, {"export": "csv"})

    assert "O22" in everything
    # Keys of rows stand in addresses, and may be any number.
    assert " 2567" in everything
    assert " 2567" not in doubts
    assert " 2567" not in other
    assert "2567" in sheet.content.decode("utf-8-sig")
    assert client.get(url, {"export": "xlsx"})["Content-Type"].endswith("sheet")


def test_the_prediction_shows_points_steps_and_its_borrowed_grouping(kept):
    client = client_of(kept.analyst)

    page = client.get(reverse("disclosure:prediction", args=[2569])).content.decode()

    assert "2568" in page
    assert "0.00" in page
    assert "<svg" in page


def test_the_lists_ask_no_more_for_more_findings(kept, django_assert_max_num_queries):
    client = client_of(kept.analyst)
    checks.run_year(kept.year, by=None, at=NOW)

    for name in ("findings", "prediction"):
        with django_assert_max_num_queries(30):
            client.get(reverse(f"disclosure:{name}", args=[2569]))

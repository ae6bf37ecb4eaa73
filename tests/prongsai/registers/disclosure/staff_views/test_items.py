"""The pages of years and items: opened by whoever may, refused to the others."""

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.disclosure.states import ItemState
from tests.cast import client_of, make_user
from tests.disclosing import make_disclosure, write_table, write_text

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def page(name, *args, **query):
    return reverse(f"disclosure:{name}", args=args, query=query or None)


def sent(**data):
    return {"submission": "3f0c0a4e-7c3c-4d0e-9f0a-7d5b1f5d0c11", **data}


def test_pages_open_for_whoever_keeps_the_year():
    made = make_disclosure()
    item = made.item("o5")
    part = write_text(item, by=made.analyst, keys=["strategy.goals"])
    write_table(item, by=made.analyst, rows=[["ก", "1"]])
    client = client_of(made.analyst)
    kinds = ("text", "files", "link", "nothing", "live")
    pages = [
        page("years"),
        page("open_year"),
        page("year", 2569),
        page("year", 2569, show="mine"),
        page("window", 2569),
        page("carry", 2569),
        page("renew", 2569),
        page("item", item.pk),
        page("item", made.item("o12").pk),
        page("assign", item.pk),
        page("explain", item.pk),
        page("exempt", item.pk, key="strategy.goals"),
        page("preview", item.pk),
        page("add_part", item.pk, key="strategy.goals"),
        *(page("add_part_kind", item.pk, kind) for kind in kinds),
        page("upload_table", item.pk),
        page("edit_part", part.pk),
        page("propose", item.pk),
    ]

    answers = {url: client.get(url).status_code for url in pages}

    assert set(answers.values()) == {200}, answers


def test_everybody_of_the_office_reads_and_only_writers_write():
    made = make_disclosure()
    item = made.item("o5")
    part = write_text(item, by=made.analyst)
    client = client_of(make_user(role=Role.OFFICER))

    read = [client.get(page(n, item.pk)).status_code for n in ("item", "preview")]
    refused = [
        client.get(page("open_year")).status_code,
        client.get(page("window", 2569)).status_code,
        client.get(page("assign", item.pk)).status_code,
        client.get(page("explain", item.pk)).status_code,
        client.get(page("exempt", item.pk)).status_code,
        client.get(page("add_part", item.pk)).status_code,
        client.get(page("add_part_kind", item.pk, "text")).status_code,
        client.get(page("upload_table", item.pk)).status_code,
        client.get(page("edit_part", part.pk)).status_code,
        client.post(page("remove_part", part.pk)).status_code,
        client.post(page("move_part", part.pk, "up")).status_code,
        client.get(page("propose", item.pk)).status_code,
        client.get(page("publish", item.pk)).status_code,
        client.get(page("withdraw", item.pk)).status_code,
    ]

    assert set(read) == {200}
    assert set(refused) == {403}


def test_a_text_is_added_by_its_form_and_a_wrong_year_is_said_at_its_field():
    made = make_disclosure()
    item = made.item("o5")
    client = client_of(made.analyst)
    url = page("add_part_kind", item.pk, "text")
    data = sent(keys="strategy.goals", title_th="เป้าหมาย", body_th="เป้าหมายของแผน")

    wrong = client.post(url, data | {"data_year": "2026"})
    right = client.post(url, data | {"data_year": "๒๕๖๙"})

    assert wrong.status_code == 422
    assert "2569" in wrong.content.decode()
    assert right.status_code == 302
    item.refresh_from_db()
    assert item.state == ItemState.DRAFT
    assert item.parts.get().data_year == 2569


def test_the_list_asks_no_more_for_more_items(django_assert_max_num_queries):
    made = make_disclosure()
    client = client_of(made.analyst)
    client.get(page("year", 2569))

    with django_assert_max_num_queries(40):
        answer = client.get(page("year", 2569))

    assert answer.content.decode().count("<tr") > 26

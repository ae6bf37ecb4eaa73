"""What search learns of a publication, and the index made anew."""

import pytest
from django.core.management import call_command

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import actions, indexing
from prongsai.foundations.publications.contents import Json
from prongsai.foundations.search import queries
from prongsai.foundations.search.entering import MOST_TEXT
from prongsai.foundations.search.models import SearchEntry
from tests.cast import NOW, make_office, make_user
from tests.prongsai.foundations.publications.publishing import PAGE, publish

pytestmark = pytest.mark.django_db


def test_a_publication_is_found_by_its_cells_and_the_newest_version_counts():
    publish(("เต็นท์", 4))
    publish(("เก้าอี้", 5))

    assert [row.url for row in queries.find("เก้าอี้ 5").rows] == [PAGE]
    assert queries.find("เต็นท์").rows == []


def test_what_is_withdrawn_is_not_found():
    publication = publish().publication
    clerk = make_user(role=Role.CLERK)

    actions.withdraw(publication, reason_th="ผิด", reason_en="Wrong", by=clerk, at=NOW)

    assert not SearchEntry.objects.exists()


def test_only_what_people_read_is_entered():
    text = indexing.text_of(
        {
            "key": "secret-key",
            "html": {"th": "<p>ข้อ&nbsp;๑</p><script>x</script>", "en": "One"},
            "rows": [[True, 7, None]],
        }
    )

    assert "secret-key" not in text
    assert "<" not in text
    assert {"One", "7"} <= set(text.split())


def test_a_huge_table_is_entered_up_to_a_limit():
    rows: list[Json] = [[f"แถวที่ {n}", n] for n in range(20_000)]

    assert len(indexing.text_of({"rows": rows})) < MOST_TEXT + 100


def test_rebuilding_brings_back_what_stands_and_takes_out_what_does_not(capsys):
    office = make_office()
    publish()
    SearchEntry.objects.update(url="/published/stale/")
    before = tenancy.current()

    for _ in range(2):
        call_command("rebuild_search")

    assert [entry.url for entry in SearchEntry.objects.all()] == [PAGE]
    assert f"{office.name_en}: 1" in capsys.readouterr().out
    assert tenancy.current() == before

"""Lists as the address asks for them."""

from datetime import date, timedelta
from urllib.parse import quote

import django_filters
import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.foundations.numbering.models import Number
from prongsai.foundations.organisations.models import Closure
from prongsai.ui import listing as listings
from prongsai.ui.listing import (
    Column,
    DateFilter,
    Filters,
    FiscalYearFilter,
    ListingTooLong,
    listing,
)
from prongsai.ui.tables import Cell
from tests.cast import NOW, current_office

pytestmark = pytest.mark.django_db


class NumberFilters(Filters):
    search_in = ("void_reason", "kind")
    active = django_filters.ChoiceFilter(
        field_name="year", choices=[("2569", "this year"), ("2568", "last year")]
    )


class ClosureFilters(Filters):
    year = FiscalYearFilter(field_name="day")
    day = DateFilter()


COLUMNS = [
    Column("kind", "Code", sort="kind"),
    Column("void_reason", "Name", sort="void_reason"),
    Column("number", "No.", numeric=True, sort="number void_reason"),
    Column("state", "State", value=lambda _: Cell("in use", tone="ok")),
    Column("secret", "Internal", value=lambda n: n.pk, shown=False),
]


def ask(query="", *, empty=""):
    request = RequestFactory().get(f"/staff/numbers/?{quote(query, safe='=&%')}")
    return listing(
        request,
        Number.objects.all(),
        filters=NumberFilters,
        columns=COLUMNS,
        sort="number",
        empty=empty,
    )


def codes(found):
    return [row.cells[0] for row in found.table.rows]


def make_numbers(n):
    office = current_office()
    Number.objects.bulk_create(
        Number(
            organisation=office,
            kind=f"d{number:03}",
            void_reason=f"กองที่ {number}",
            year=2569,
            number=number,
            given_at=NOW,
        )
        for number in range(1, n + 1)
    )


def make_number(**fields):
    return Number.objects.create(
        organisation=current_office(),
        **{"kind": "test", "year": 2569, "number": 1, "given_at": NOW} | fields,
    )


def draw(found):
    context = RequestContext(found.request, {"listing": found})
    return Template('{% include "ui/listing.html" %}').render(context)


def test_a_list_shows_one_page_in_its_own_order():
    make_numbers(60)

    found = ask()

    assert codes(found) == [f"d{n:03}" for n in range(1, 26)]
    assert (found.page.start_index(), found.page.end_index()) == (1, 25)
    assert found.page.has_next()
    assert not found.page.has_previous()


@pytest.mark.parametrize(
    ("page", "first", "count"),
    [("2", "d026", 25), ("3", "d051", 10), ("99", "d051", 10)],
)
def test_pages_are_turned_and_the_last_is_the_end(page, first, count):
    make_numbers(60)

    found = ask(f"page={page}")

    assert codes(found)[0] == first
    assert len(codes(found)) == count


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "1e9", "9" * 40, "%00", "๒ก"])
def test_a_page_that_makes_no_sense_is_the_first(page):
    make_numbers(30)

    assert codes(ask(f"page={page}"))[0] == "d001"


def test_words_are_searched_in_both_digits():
    make_numbers(12)
    make_number(void_reason="งานพัสดุ ๑๒", kind="supply")

    assert codes(ask("q=๑๒")) == ["supply", "d012"]
    assert codes(ask("q=พัสดุ 12")) == ["supply"]
    assert codes(ask("q=ไม่มี")) == []
    assert "ask" not in codes(ask("q=%25"))


def test_heads_sort_and_say_how_the_list_is_sorted():
    make_numbers(3)

    plain, rising, falling = ask(), ask("sort=kind"), ask("sort=-kind")

    assert codes(rising) == ["d001", "d002", "d003"]
    assert codes(falling) == ["d003", "d002", "d001"]
    assert [c.direction for c in rising.table.columns[:2]] == ["ascending", "none"]
    assert falling.table.columns[0].direction == "descending"
    assert plain.table.columns[2].direction == "ascending"
    assert rising.table.columns[0].sort_url == "/staff/numbers/?sort=-kind"
    assert plain.table.columns[3].sort_url == ""


@pytest.mark.parametrize(
    "sort", ["x", "organisation__name_th", "-", "?", "pk", "state"]
)
def test_an_order_nobody_offered_is_ignored(sort):
    make_numbers(3)

    assert codes(ask(f"sort={sort}")) == ["d001", "d002", "d003"]


def test_links_keep_what_was_searched_and_begin_at_the_first_page():
    found = ask("q=กอง&active=2569&page=3&export=no")

    assert "page" not in found.url(sort="kind")
    assert "export" not in found.url(sort="kind")
    assert "active=2569" in found.url(sort="kind")


@pytest.mark.parametrize(
    "query", ["active=x", "active=1&active=x", "unknown=1", "q=%00", "q=" + "ก" * 999]
)
def test_filters_that_make_no_sense_are_ignored(query):
    make_numbers(2)

    assert codes(ask(query)) == ["d001", "d002"]


def test_a_fiscal_year_begins_in_october():
    office = current_office()
    for day in (date(2025, 9, 30), date(2025, 10, 1), date(2026, 9, 30)):
        Closure.objects.create(organisation=office, day=day, reason_th="ทดสอบ")
    request = RequestFactory().get("/", {"year": "๒๕๖๙"})

    found = listing(
        request,
        Closure.objects.all(),
        filters=ClosureFilters,
        columns=[Column("day", "Day", sort="day")],
        sort="day",
    )

    assert [row.cells[0] for row in found.table.rows] == ["1 ต.ค. 2568", "30 ก.ย. 2569"]


def test_a_fiscal_year_counts_a_moment_by_its_day_here():
    late = NOW.replace(month=9, day=30, hour=17, minute=30)  # 1 October in Bangkok
    for number, at in enumerate([late, late - timedelta(hours=1)], 1):
        make_number(number=number, given_at=at)

    class ByYear(Filters):
        year = FiscalYearFilter(field_name="given_at")

    request = RequestFactory().get("/", {"year": "2569"})
    found = listing(
        request,
        Number.objects.all(),
        filters=ByYear,
        columns=[Column("number", "No.")],
    )

    assert [row.cells[0] for row in found.table.rows] == ["1"]


def test_a_list_costs_two_queries_however_long_it_is(django_assert_num_queries):
    make_numbers(400)

    with django_assert_num_queries(2):
        draw(ask("page=2&q=กอง"))


def test_rows_are_counted_up_to_a_thousand_only(monkeypatch):
    monkeypatch.setattr("prongsai.ui.paging.COUNTED", 30)
    make_numbers(60)

    found = ask()

    assert found.page.paginator.count == 31
    assert "30" in found.count
    assert not found.page.paginator.counted_all
    assert ask("page=3").page.paginator.num_pages == 3


def test_an_exported_list_holds_every_row_and_all_columns():
    make_numbers(60)

    found = ask("export=csv&sort=-kind").download

    lines = found.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 61
    assert lines[0] == "Code,Name,No.,State,Internal"
    assert lines[1].startswith("d060,กองที่ 60,60,in use,")
    assert 'filename="list.csv"' in found["Content-Disposition"]


def test_an_exported_list_can_be_a_workbook():
    make_numbers(2)

    assert ask("export=xlsx").download.content.startswith(b"PK")


@pytest.mark.parametrize("query", ["", "export=pdf", "export="])
def test_a_page_is_no_download(query):
    assert ask(query).download is None


def test_a_list_too_long_for_one_file_is_refused(monkeypatch):
    monkeypatch.setattr(listings, "MOST_EXPORTED", 5)
    make_numbers(6)

    with pytest.raises(ListingTooLong):
        _ = ask("export=csv").download


def test_the_page_of_a_list_is_drawn():
    make_numbers(30)

    page = draw(ask("sort=kind"))

    assert 'aria-sort="ascending"' in page
    assert 'name="q"' in page
    assert 'name="sort" value="kind"' in page
    assert "page=2" in page
    assert "export=xlsx" in page
    assert '<option value="" selected>' in page
    assert "-----" not in page


def test_an_empty_list_says_so_and_a_narrowed_one_leads_back():
    assert "export=" not in draw(ask(empty="Make the first one."))
    assert "Make the first one." in draw(ask(empty="Make the first one."))
    assert 'href="/staff/numbers/"' in draw(ask("q=ไม่มี"))


def test_what_is_searched_for_is_escaped():
    assert "<script>" not in draw(ask('q="><script>'))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    query=st.dictionaries(
        st.sampled_from(["q", "page", "sort", "active", "export", "x"]),
        st.text(max_size=20),
    )
)
def test_any_address_is_answered(query):
    make_numbers(2) if not Number.objects.exists() else None
    request = RequestFactory().get("/", query)

    found = listing(
        request, Number.objects.all(), filters=NumberFilters, columns=COLUMNS
    )

    assert draw(found)

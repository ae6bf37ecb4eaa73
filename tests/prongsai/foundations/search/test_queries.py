"""Finding pages: by words inside compounds, in either digits, whatever is typed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.search import actions, queries
from prongsai.ita.thai.searching import asked_words, words_of
from tests.cast import NOW, make_office

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BUDGET = "ข้อบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. ๒๕๖๙"


def enter(url="/news/2569/a/", title="ตลาดนัด", text="", **fields):
    if tenancy.current() is None:
        make_office()
    return actions.put(
        **{
            "url": url,
            "kind": "news",
            "title_th": title,
            "title_en": "Market",
            "text": text,
            "on": date(2025, 11, 1),
            "at": NOW,
        }
        | fields
    )


def urls(question, **kwargs):
    return [row.url for row in queries.find(question, **kwargs).rows]


@pytest.mark.parametrize(
    "question",
    ["งบประมาณ", "ปีงบประมาณ", "2569", "๒๕๖๙", "รายจ่าย งบประมาณ", "MARKETS", "งบ ของ ปี"],
)
def test_a_page_is_found_by_its_words(question):
    enter(title=BUDGET)
    enter("/news/2569/b/", "ตัวอย่าง", title_en="Example")

    assert urls(question) == ["/news/2569/a/"]


def test_every_word_of_a_title_finds_it():
    enter(title=BUDGET)

    missed = [word for word in words_of(BUDGET) if urls(word) != ["/news/2569/a/"]]

    assert missed == []


def test_titles_come_before_texts_and_newer_before_older():
    enter("/a/", "อื่น", text="ถนน", on=date(2026, 1, 1))
    enter("/b/", "ซ่อมถนน", on=date(2020, 1, 1))
    enter("/c/", "ซ่อมถนน", on=date(2021, 1, 1))

    assert urls("ถนน") == ["/c/", "/b/", "/a/"]


def test_when_no_page_has_every_word_those_with_some_are_shown_and_it_is_said():
    enter(title=BUDGET)

    found = queries.find("งบประมาณ จระเข้")

    assert (found.way, found.total, found.missing) == (queries.SOME, 1, ["จระเข้"])


def test_letters_inside_a_word_are_the_last_way():
    enter(title="ศูนย์บริการ", text="รหัส ABCDE12345")

    found = queries.find("bcde")

    assert (found.way, found.total) == (queries.LETTERS, 1)
    assert [p.text for p in found.rows[0].snippet if p.hit] == []


@pytest.mark.parametrize(
    "question", ["", "   ", "?!…", "\0", "%", "_", "%_%", "ๆฯ", "\u200b"]
)
def test_a_question_without_words_finds_nothing_and_says_so(question):
    enter(title=BUDGET)

    assert queries.find(question).way == queries.NOTHING_ASKED


@pytest.mark.parametrize(
    "question", ["ก" * 10_000, "% งบ_", "x' OR 1=1 --", "<b>", "a" * 300]
)
def test_a_hostile_question_is_answered(question):
    enter(title="ตลาด", text="100")

    found = queries.find(question)

    assert (found.rows, len(found.asked) <= 200) == ([], True)
    assert found.way in {queries.NONE, queries.NOTHING_ASKED}


def test_a_stop_word_alone_is_looked_for():
    enter(title="การบริหารของตำบล")

    assert urls("ของ") == ["/news/2569/a/"]


def test_kind_and_year_narrow_the_answer():
    enter()
    enter("/ita/2568/o12/", kind="ita")

    assert urls("ตลาด", kind="ita") == ["/ita/2568/o12/"]
    assert urls("ตลาด", year=2569) == ["/news/2569/a/"]
    assert urls("ตลาด", kind="ita", year=2569) == []
    assert queries.years() == [2569, 2568]


def test_hits_are_marked_in_title_and_snippet():
    enter(title="แผน ๒๕๖๙", text=f"{'ก ' * 300}งบประมาณ ปี ๒๕๖๙ {'ข ' * 300}")

    (row,) = queries.find("2569 งบประมาณ").rows

    assert [p.text for p in row.title_parts if p.hit] == ["๒๕๖๙"]
    assert [p.text for p in row.snippet if p.hit] == ["งบประมาณ", "๒๕๖๙"]
    assert row.snippet[0].text.startswith("…")
    assert len("".join(p.text for p in row.snippet)) < 260


def test_an_entry_is_replaced_and_taken_out():
    enter(title="ตลาด")
    enter(title="ถนน")

    assert (urls("ตลาด"), urls("ถนน")) == ([], ["/news/2569/a/"])
    actions.drop(url="/news/2569/a/")
    actions.drop(url="/news/2569/a/")
    assert urls("ถนน") == []


def test_another_office_finds_nothing():
    other = make_office()
    with tenancy.acting_for(make_office().pk):
        enter(title=BUDGET)
    with tenancy.acting_for(other.pk):
        assert urls("งบประมาณ") == []


def test_a_page_of_answers_asks_few_questions(django_assert_max_num_queries):
    for n in range(25):
        enter(f"/news/2569/{n}/", f"ถนนสายที่ {n}")

    with django_assert_max_num_queries(5):
        found = queries.find("ถนน", page=2)

    assert (len(found.rows), found.total) == (5, 25)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_every_word_asked_is_a_word_of_the_same_text(text):
    assert set(asked_words(text)) <= set(words_of(text))

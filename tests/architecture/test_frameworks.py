"""Over every shipped framework: grounded facts, stable keys, stated gaps, right sums."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise

import pytest

from prongsai.ita.frameworks import loader
from prongsai.ita.frameworks.model import (
    Confidence,
    Element,
    Framework,
    Grounds,
    InstrumentCode,
    Item,
)
from prongsai.ita.thai import fiscal

YEARS = loader.available()
every_year = pytest.mark.parametrize("year", YEARS)

KEY = re.compile(r"[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*){1,3}")
LETTERS = ("AA", "A", "B", "C", "D", "E", "F")
WORDS = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")

# Manuals and lists of other kinds of agency: what only they say is inferred.
VARIANTS = {"VEC37", "VEC23", "CHUMCHON", "HIA"}

# Subject of a key -> what the title of an item about it says, in any year. Where two
# are given, the subject was renamed. A new key needs a line here or an old subject.
TITLES = {
    "annual_report.": ("รายงานผลการดำเนินงานประจำปี",),
    "complaints.channel.": ("ช่องทางแจ้งเรื่องร้องเรียน",),
    "complaints.procedure.": ("แนวปฏิบัติการจัดการเรื่องร้องเรียน",),
    "complaints.statistics.": ("สถิติเรื่องร้องเรียน",),
    "contact.": ("ข้อมูลการติดต่อ",),
    "eservice.": ("E-Service",),
    "ethics.code.": ("ประมวลจริยธรรม",),
    "ethics.": ("การขับเคลื่อนจริยธรรม",),
    "executives.": ("ข้อมูลผู้บริหาร",),
    "gifts.": ("โดยธรรมจรรยา",),
    "integrity.measures.": ("มาตรการส่งเสริมคุณธรรม", "การนำผลการประเมิน ITA"),
    "integrity.result.": ("คุณธรรมและความโปร่งใสภายในหน่วยงาน",),
    "news.": ("ข่าวประชาสัมพันธ์",),
    "no_gift.": ("No Gift Policy",),
    "organisation.structure.": ("โครงสร้าง",),
    "organisation.": ("อำนาจ",),
    "participation.": ("มีส่วนร่วม",),
    "personnel.criteria.": ("หลักเกณฑ์",),
    "personnel.plan.": ("แผนการบริหาร",),
    "personnel.progress.": ("การดำเนินการตามนโยบาย",),
    "personnel.result.": ("รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล",),
    "plan.progress.": ("การดำเนินงานและการใช้งบประมาณ",),
    "plan.": ("ดำเนินงานและการใช้งบประมาณประจำปี",),
    "prevention.plan.": ("แผนปฏิบัติการป้องกันการทุจริต",),
    "prevention.result.": ("รายงานผล",),
    "procurement.item.": ("จัดซื้อจัดจ้าง",),
    "procurement.notices.": ("ประกาศ",),
    "procurement.plan.": ("แผนการจัดซื้อจัดจ้าง",),
    "procurement.result.": ("ผลการจัดซื้อจัดจ้าง",),
    "risk.assessment.": ("การประเมินความเสี่ยงการทุจริต",),
    "risk.result.": ("ความเสี่ยงการทุจริต",),
    "service_manual.": ("คู่มือ",),
    "service_statistics.": ("สถิติการให้บริการ",),
    "staff_manual.": ("การปฏิบัติงาน",),
    "strategy.": ("แผนยุทธศาสตร์",),
}


def test_six_years_are_shipped():
    assert YEARS == (2564, 2565, 2566, 2567, 2568, 2569)


@every_year
def test_every_fact_names_known_sources_and_a_confidence(year):
    framework = loader.load(year)

    grounds = list(_grounds(framework))

    assert len(grounds) > 50
    for each in grounds:
        assert each.source
        assert set(each.source) <= set(framework.sources)
        assert isinstance(each.confidence, Confidence)


@every_year
def test_every_source_supports_some_fact(year):
    framework = loader.load(year)

    used = {code for each in _grounds(framework) for code in each.source}

    assert set(framework.sources) == used


@every_year
def test_nothing_unverified_is_shipped(year):
    text = _text(year)

    assert not re.search(r"unverified|background|memory", _without_comments(text))
    assert not re.search(r"file id|seeds/", text)


@every_year
def test_what_only_another_kind_of_agency_says_is_inferred(year):
    for item, element in _elements(loader.load(year)):
        if set(element.grounds.source) <= VARIANTS:
            assert element.grounds.confidence is Confidence.INFERRED, item.code


@every_year
def test_weights_are_30_30_40(year):
    weights = {i.code: i.weight for i in loader.load(year).instruments}

    assert weights == {
        InstrumentCode.IIT: Decimal("0.30"),
        InstrumentCode.EIT: Decimal("0.30"),
        InstrumentCode.OIT: Decimal("0.40"),
    }


@every_year
def test_ten_indicators_keep_number_name_and_instrument(year):
    first, here = loader.load(YEARS[0]), loader.load(year)

    names = [(i.number, i.th, i.en, i.instrument) for i in here.indicators]

    assert len(names) == 10
    assert names == [(i.number, i.th, i.en, i.instrument) for i in first.indicators]


@pytest.mark.parametrize(
    ("year", "count", "not_listed"),
    [
        (2564, 43, {34}),
        (2565, 43, set()),
        (2566, 43, set()),
        (2567, 35, set(range(1, 36)) - {1, 2, 3, 4, 10, 25, 30}),
        (2568, 28, set()),
        (2569, 26, set()),
    ],
)
def test_items_are_those_whose_number_is_sourced(year, count, not_listed):
    framework = loader.load(year)

    listed = {item.number for item in framework.items or ()}

    assert framework.item_count is not None
    assert framework.item_count.value == count
    assert set(range(1, count + 1)) - listed == not_listed


@pytest.mark.parametrize(
    ("year", "sizes"),
    [
        (2564, {9: [9, 8, 7, 4, 5], 10: [8, 2]}),
        (2565, {9: [9, 8, 7, 4, 5], 10: [8, 2]}),
        (2566, {9: [10, 8, 4, 4, 4], 10: [8, 5]}),
        (2568, {9: [4, 7, 2, 3, 4], 10: [6, 2]}),
    ],
)
def test_groups_have_the_sizes_found(year, sizes):
    found = defaultdict(list)
    for sub in loader.load(year).subindicators or ():
        assert sub.count is not None
        found[sub.indicator].append(sub.count.value)

    assert found == sizes


@pytest.mark.parametrize(("year", "indicator"), [(2564, 10), (2567, 9), (2569, 9)])
def test_grouping_that_is_not_wholly_known_is_not_given(year, indicator):
    assert loader.load(year).groups_of(indicator) is None


@every_year
def test_levels_are_letters_to_2565_and_words_after(year):
    framework = loader.load(year)

    names = tuple(level.th for level in framework.levels)
    per_instrument = [level.min_each_instrument for level in framework.levels]

    assert names == (LETTERS if year <= 2565 else WORDS)
    assert framework.pass_mark.value == 85
    if year <= 2565:
        assert set(per_instrument) == {None}
    else:
        assert per_instrument == [95, 85, None, None, None]


@every_year
def test_keys_are_spelled_alike(year):
    for item, element in _elements(loader.load(year)):
        assert KEY.fullmatch(element.key), (item.code, element.key)


def test_no_key_of_any_year_is_the_beginning_of_another():
    keys = sorted({e.key for y in YEARS for _, e in _elements(loader.load(y))})

    for key, after in pairwise(keys):
        assert not after.startswith(f"{key}."), (key, after)


@every_year
def test_a_key_means_the_same_subject_in_every_year(year):
    for item, element in _elements(loader.load(year)):
        title = _titles_for(element.key)
        assert any(stem in item.th for stem in title), (item.code, element.key)


def test_every_subject_is_in_use():
    keys = {e.key for y in YEARS for _, e in _elements(loader.load(y))}
    used = {_subject_of(key) for key in keys}

    assert used == set(TITLES)


def test_a_key_is_asked_of_the_same_agencies_in_every_year():
    asked = defaultdict(set)
    for year in YEARS:
        for _, element in _elements(loader.load(year)):
            asked[element.key].add(element.local_only)

    assert [key for key, kinds in asked.items() if len(kinds) > 1] == []


@pytest.mark.parametrize(
    ("key", "places"),
    [
        ("organisation.structure.chart", ("o1", "o1", "o1", "o1", "o1", "o1")),
        ("organisation.powers", (None, None, "o3", "o3", "o1", "o1")),
        ("staff_manual.steps", ("o13", "o13", "o14", "o10", "o8", "o8")),
        ("procurement.item.name", (None, None, "o21", None, "o12", "o11")),
        ("complaints.channel.online", (None, None, "o28", None, "o18", "o17")),
        ("participation.topic", (None, None, None, "o25", "o20", "o19")),
        ("ethics.training", (None, None, "o40", None, "o16", "o15")),
        ("risk.assessment.measures", (None, None, "o34", "o30", "o23", "o21")),
        ("integrity.measures.analysis", (None, None, "o42", None, "o27", "o25")),
        ("integrity.result.outcome", (None, None, "o43", None, "o28", "o26")),
    ],
)
def test_a_subject_keeps_its_key_while_its_item_moves(key, places):
    found = [loader.load(year).demands(key) for year in YEARS]

    assert tuple(f and f[0].code for f in found) == places


@pytest.mark.parametrize(
    ("subject", "places"),
    [
        # One subject across the years.
        ("organisation.powers", ("o3", "o3", "o3", "o3", "o1", "o1")),
        ("inquiries", ("o8", "o8", "o8", None, "o3", "o3")),
        ("plan.progress", ("o11", "o11", "o12", None, "o6", "o6")),
        ("service_manual", ("o14", "o14", "o15", None, "o9", "o9")),
        ("eservice", ("o17", "o17", "o18", None, "o10", "o10")),
        ("procurement.item", ("o23", "o23", "o21", None, "o12", "o11")),
        ("procurement.result", ("o24", "o24", "o22", None, "o13", "o12")),
        ("personnel.plan", ("o25", "o25", "o23", None, "o14", "o13")),
        ("ethics.code", (None, None, "o39", None, "o16", "o15")),
        ("complaints.statistics", ("o31", "o31", "o29", None, "o19", "o18")),
        ("participation", ("o33", "o33", "o30", "o25", "o20", "o19")),
        ("no_gift", (None, "o34", "o31", None, "o21", "o20")),
        ("risk.result", ("o37", "o37", "o35", None, "o24", "o22")),
        ("prevention.plan", ("o39", "o39", "o36", None, "o25", "o23")),
        ("integrity.measures", ("o42", "o42", "o42", None, "o27", "o25")),
    ],
)
def test_every_item_has_a_subject_that_outlives_its_number(subject, places):
    found = [loader.load(year).item_about(subject) for year in YEARS]

    assert tuple(item and item.code for item in found) == places


@every_year
def test_gaps_are_stated_in_both_languages(year):
    framework = loader.load(year)

    stated = {gap.about for gap in framework.missing}

    # What nobody found for any year.
    assert stated >= {"questions", "samples"}
    if year >= 2566:
        assert stated >= {"eit-parts", "windows"}
    assert len(stated) == len(framework.missing)
    for gap in framework.missing:
        assert re.search(r"[ก-๙]", gap.th)
        assert not re.search(r"[ก-๙]", gap.en)


@every_year
def test_items_whose_elements_are_not_known_say_so(year):
    framework = loader.load(year)
    stated = " ".join(gap.en for gap in framework.missing)

    unknown = [i for i in framework.items or () if i.elements is None]

    assert not unknown or "must show" in stated


@every_year
def test_the_calendar_lies_in_the_fiscal_year(year):
    for event in loader.load(year).calendar or ():
        for day in (event.start, event.end):
            if day is not None:
                assert fiscal.first_day(year) <= day <= fiscal.last_day(year)


@pytest.mark.parametrize("year", [2564, 2565])
def test_thirty_questions_of_the_iit_stand_six_to_an_indicator(year):
    questions = loader.load(year).questions or ()

    inside = [q for q in questions if re.fullmatch(r"i\d+", q.code)]
    per_indicator = [sum(q.indicator == n for q in inside) for n in range(1, 6)]

    assert [q.code for q in inside] == [f"i{n}" for n in range(1, 31)]
    assert per_indicator == [6, 6, 6, 6, 6]
    assert all(q.scale or all(part.scale for part in q.parts) for q in inside)


@pytest.mark.parametrize("year", [2564, 2565])
def test_numbers_of_the_eit_are_not_invented(year):
    codes = {q.code for q in loader.load(year).questions or ()}

    assert not [code for code in codes if re.fullmatch(r"e\d+", code)]


@pytest.mark.parametrize(
    ("indicators", "weighted"),
    [(("93.5", "100"), "38.7"), (("97.5", "100"), "39.5"), (("97.5", "87.5"), "37.0")],
)
def test_weight_of_2564_reproduces_published_figures(indicators, weighted):
    weight = next(i.weight for i in loader.load(2564).instruments if i.code == "OIT")

    mean = sum(map(Decimal, indicators), Decimal(0)) / len(indicators)

    assert mean * weight == Decimal(weighted)


def _grounds(part: object) -> Iterator[Grounds]:
    if isinstance(part, Grounds):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _grounds(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _grounds(getattr(part, field.name))


def _elements(framework: Framework) -> Iterator[tuple[Item, Element]]:
    for item in framework.items or ():
        for element in item.elements or ():
            yield item, element


def _subject_of(key: str) -> str:
    return max((s for s in TITLES if key.startswith(s)), key=len)


def _titles_for(key: str) -> tuple[str, ...]:
    return TITLES[_subject_of(key)]


def _text(year: int) -> str:
    folder = files("prongsai.ita.frameworks") / "data"
    return (folder / f"fy{year}.toml").read_text(encoding="utf-8")


def _without_comments(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))

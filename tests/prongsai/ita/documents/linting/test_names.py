import pytest

from prongsai.ita.documents.linting import names
from prongsai.ita.frameworks import loader

FRAMEWORK = loader.load(2568)


@pytest.mark.parametrize("own", FRAMEWORK.indicators, ids=lambda i: str(i.number))
def test_every_known_name_is_its_indicators_own_and_nobody_elses(own):
    for name in (own.th, *own.aliases):
        for other in FRAMEWORK.indicators:
            assert names.is_name_of(other, name, FRAMEWORK) is (other is own)


@pytest.mark.parametrize("own", FRAMEWORK.indicators, ids=lambda i: str(i.number))
def test_a_text_is_known_by_the_name_it_begins_with(own):
    (found, _) = names.leading(next(names.names_of(own)) + "ได้คะแนนดี", FRAMEWORK) or (
        0,
        0,
    )

    assert found is own


def test_no_indicator_has_an_unknown_number():
    assert names.indicator(FRAMEWORK, "11") is None
    assert names.leading("ไม่มีชื่อนี้", FRAMEWORK) is None


def test_another_name_is_known_without_its_first_syllable():
    first, second = FRAMEWORK.indicators[:2]

    assert names.begins_with_another("ใช้งบประมาณ", first, FRAMEWORK)
    assert not names.begins_with_another("ใช้งบประมาณ", second, FRAMEWORK)

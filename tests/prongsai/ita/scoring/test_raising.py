"""The least points that lift a result, and when it cannot be lifted."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.frameworks.loader import load
from prongsai.ita.scoring.raising import Ladder, raised
from tests.prongsai.ita.scoring import strategies


def ladder(values: list[Decimal], level: int) -> Ladder:
    framework = load(2568)
    points = dict(enumerate(values, start=1))
    return Ladder(framework=framework, points=points, target=framework.levels[level])


def test_a_third_of_a_point_is_rounded_up_to_hundredths():
    low = [Decimal(95)] * 5 + [Decimal(80)] * 3 + [Decimal(95)] * 2

    found = raised(ladder(low, 1), {6, 7, 8})

    assert found == {6: Decimal("95.00")}


def test_what_the_allowed_indicators_cannot_reach_is_none():
    low = [Decimal(50)] * 10

    assert raised(ladder(low, 1), {9}) is None
    assert raised(ladder(low, 1), set()) is None


@settings(deadline=None)
@given(
    strategies.indicators,
    st.integers(min_value=0, max_value=3),
    st.sets(st.integers(min_value=1, max_value=10)),
)
def test_no_subset_is_cheaper_than_everything_allowed(values, level, allowed):
    where = ladder(values, level)
    everything, subset = raised(where, range(1, 11)), raised(where, allowed)

    assert everything is not None
    if subset is not None:
        assert set(subset) <= allowed
        assert _cost(values, everything) <= _cost(values, subset) + Decimal("0.10")


def _cost(values: list[Decimal], new: dict[int, Decimal]) -> Decimal:
    return sum((v - values[n - 1] for n, v in new.items()), Decimal(0))

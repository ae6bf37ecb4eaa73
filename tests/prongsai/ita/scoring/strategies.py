"""What Hypothesis draws when it scores: points, indicators, items, years."""

from decimal import Decimal

from hypothesis import strategies as st

from prongsai.ita.frameworks.loader import available, load
from prongsai.ita.frameworks.model import Framework

points = st.decimals(min_value=0, max_value=100, places=2)
indicators = st.lists(points, min_size=10, max_size=10)
frameworks = st.sampled_from(available()).map(load)


@st.composite
def items(draw: st.DrawFn, framework: Framework) -> dict[str, Decimal]:
    """Draw points for every OIT item, most of them full."""
    value = st.sampled_from([Decimal(100)] * 4 + [Decimal(50), Decimal(0)])
    return {item.code: draw(value) for item in framework.items or ()}

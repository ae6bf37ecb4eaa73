"""Every figure any register offers can be run and says what it is."""

from datetime import date

import pytest
from django.utils import translation

from prongsai.foundations.evidence import figures
from prongsai.foundations.evidence.digests import digest_of
from prongsai.foundations.evidence.figures import UnknownFigure
from prongsai.ita.thai.periods import Span
from tests.cast import make_office

YEAR = Span(start=date(2025, 10, 1), end=date(2026, 9, 30))


def test_a_figure_nobody_offers_is_refused():
    with pytest.raises(UnknownFigure):
        figures.figure("no.such")


@pytest.mark.parametrize("key", sorted(figures.registry()))
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_figure_says_what_it_is(key, language):
    figure = figures.figure(key)

    with translation.override(language):
        words = [str(figure.label), str(figure.unit), str(figure.formula)]

    assert all(word.strip() for word in words)


@pytest.mark.django_db
@pytest.mark.parametrize("key", sorted(figures.registry()))
def test_every_figure_runs_in_an_empty_office(key):
    make_office()

    outcome = figures.figure(key).run(YEAR)

    assert outcome.value == 0 or outcome.of is None
    assert digest_of(outcome.rows)

import pytest

from prongsai.ita.documents.linting import where
from prongsai.ita.documents.linting.where import Part
from prongsai.ita.words.catalogue import say
from tests.prongsai.ita.documents.linting.samples import measure

PLACES = [
    *(
        where.memo(p)
        for p in ("from", "number", "date", "subject", "to", "body", "signers")
    ),
    where.title(),
    where.report(),
    where.score("3"),
    where.score("3", "2568"),
    where.total("2568"),
    where.level("2568"),
    where.change("total"),
    where.change("level"),
    where.narrative(0, None),
    where.narrative(1, "4"),
    *(where.measure(0, measure(), part=part) for part in Part),
    *(
        where.item(0, measure(), part=part, path=(1, 2))
        for part in (Part.STEP, Part.OUTPUT, Part.OUTCOME)
    ),
    where.outside(0),
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_every_place_can_be_said_in_both_languages(place):
    assert say(place.code, "th", **place.facts) != say(place.code, "en", **place.facts)


def test_no_two_places_share_an_order():
    orders = [place.order for place in PLACES]

    assert len(orders) == len(set(orders))

"""A framework as JSON keeps every fact with its grounds."""

import json

import pytest

from prongsai.ita.frameworks.export import as_json
from prongsai.ita.frameworks.loader import available, load


@pytest.mark.parametrize("year", available())
def test_every_year_becomes_json(year: int):
    told = json.loads(json.dumps(as_json(load(year)), ensure_ascii=False))

    assert told["year"] == year
    assert told["instruments"][0]["weight"] == "0.30"
    assert told["missing"]


def test_an_element_keeps_when_it_is_asked_and_by_whom():
    told = json.loads(json.dumps(as_json(load(2568))))

    item = told["items"][11]
    element = item["elements"][4]
    assert item["cut_off"]["value"] == "2025-03-31"
    assert element["key"] == "procurement.item.method"
    assert "31 มีนาคม 2568" in element["when"]["value"]
    assert element["grounds"]["confidence"] == "confirmed"
    assert told["questions"] is None

"""Alice's installed frameworks, for the wall test."""

from prongsai.foundations.frameworks import actions
from tests.cast import NOW
from tests.installing import (
    SOURCE,
    another_year,
    corrected,
    make_administrator,
    make_proposed,
)


def proposed(office):
    row = make_proposed(office=office)
    return {"kwargs": {"pk": row.pk}, "secrets": [SOURCE]}


def year(office):
    by = make_administrator(office=office)
    row = actions.propose(another_year(), source=SOURCE, by=by, at=NOW)
    actions.put_in_force(row, by=by, at=NOW)
    return {"kwargs": {"year": row.year}, "secrets": [SOURCE]}


def everything(office):
    make_proposed(office=office)
    return {
        "data": {"text": corrected(), "source": "Charlie says so"},
        "secrets": [SOURCE],
    }


CASES = {
    "frameworks:years": everything,
    "frameworks:install": everything,
    "frameworks:year": year,
    "frameworks:file": year,
    "frameworks:installed": proposed,
    "frameworks:installed_file": proposed,
    "frameworks:put_in_force": proposed,
    "frameworks:reject": proposed,
}

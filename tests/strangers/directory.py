"""Strangers at the pages of the directory: Alice's drafts open nothing at another office."""

from prongsai.foundations.files.sheets import Sheet
from prongsai.foundations.organisations import tenancy
from prongsai.registers.directory.actions import entries, importing, terms
from prongsai.registers.directory.models import TermImport
from prongsai.registers.directory.queries.directory import ENTRIES
from tests.cast import NOW
from tests.chairs import (
    make_keeper,
    make_person,
    make_seat,
    make_term,
    publish,
    put_photo,
)

SECRETS = ["ตำแหน่งลับของอลิซ", "คนลับของอลิซ"]


def made(make, **more):
    """Return a case about the key of what somebody of Alice's office made."""

    def case(office):
        with tenancy.acting_for(office.pk):
            row = make(make_keeper(office))
        return {"kwargs": {"pk": row.pk} | more, "secrets": SECRETS}

    return case


def keyless(make):
    """Return a case about an address without a key; something of Alice's stands there."""

    def case(office):
        with tenancy.acting_for(office.pk):
            pk = make(make_keeper(office)).pk
        names = ("division", "seat", "holder", "reports_to", "user", "q")
        return {"data": dict.fromkeys(names, pk), "secrets": SECRETS}

    return case


def seat(by):
    return make_seat(by, title_th=SECRETS[0])


def person(by):
    return make_person(by, first_name=SECRETS[1])


def pictured(by):
    holder = person(by)
    put_photo(by, holder)
    return holder


def term(by):
    return make_term(by, seat=seat(by), holder=person(by))


def sheet(by):
    table = Sheet(name="a.csv", sha256="0" * 64, headings=("x",), rows=())
    return importing.keep_file(TermImport.holding(table), by=by, at=NOW)


def public(by):
    term(by)
    return publish(by)


def corrected(by):
    row = term(by)
    draft = terms.TermDraft(
        holder=row.holder, starts_on=row.starts_on, basis=SECRETS[0]
    )
    return terms.correct(row, draft, reason="ผิด", version=1, by=by, at=NOW)


def entry(kind):
    """Return what makes an entry of a kind with a secret in its name."""
    fields = {
        "duty": lambda by: {"title_th": SECRETS[1], "seat": seat(by)},
        "channel": lambda _by: {
            "label_th": SECRETS[1], "kind": "line", "value": SECRETS[1],
        },
        "landmark": lambda _by: {
            "name_th": SECRETS[1], "latitude": "12", "longitude": "100",
        },
        "road": lambda _by: {"name_th": SECRETS[1], "points": [["1", "2"]] * 2},
    }  # fmt: skip
    return lambda by: entries.add(ENTRIES[kind], fields[kind](by), by=by, at=NOW)


CASES = {
    "directory:directory": keyless(term),
    "directory:publish": keyless(term),
    "directory:powers": keyless(term),
    "directory:hours": keyless(term),
    "directory:seat_new": keyless(seat),
    "directory:seat": made(seat),
    "directory:seat_edit": made(seat),
    "directory:seat_abolish": made(seat),
    "directory:seat_move": made(seat, way="up"),
    "directory:term_new": made(seat),
    "directory:term": made(corrected),
    "directory:term_end": made(term),
    "directory:term_correct": made(term),
    "directory:term_strike": made(term),
    "directory:people": keyless(person),
    "directory:person_new": keyless(person),
    "directory:person": made(person),
    "directory:person_edit": made(person),
    "directory:person_photo": made(person),
    "directory:person_no_photo": made(pictured),
    "directory:upload": keyless(sheet),
    "directory:import_template": keyless(seat),
    "directory:import": made(sheet),
    "directory:import_confirm": made(sheet),
    "directory:import_discard": made(sheet),
    **{f"directory:{kind}_list": keyless(entry(kind)) for kind in ENTRIES},
    **{f"directory:{kind}_new": keyless(entry(kind)) for kind in ENTRIES},
    **{f"directory:{kind}": made(entry(kind)) for kind in ENTRIES},
    **{f"directory:{kind}_retire": made(entry(kind)) for kind in ENTRIES},
    "directory_public:people": keyless(public),
    "directory_public:structure": keyless(public),
    "directory_public:powers": keyless(public),
    "directory_public:contact": keyless(public),
    "directory_public:duties": keyless(public),
    "directory_public:on": keyless(public),
}

"""Alice's self-checks, findings and predictions, for the wall test."""

from prongsai.registers.disclosure.actions import checks
from tests.cast import NOW
from tests.disclosing import make_disclosure, without_live_parts, write_text

SECRET = "หัวข้อลับของอลิซ"


def kept(office):
    made = make_disclosure(office=office)
    item = without_live_parts(made.item("o22"))
    write_text(item, by=made.analyst, title_th=SECRET, data_year=2567)
    checks.run(item, by=made.analyst, at=NOW)
    return item


def of_item(office):
    return {"kwargs": {"pk": kept(office).pk}, "data": {}, "secrets": [SECRET]}


def of_year(office):
    kept(office)
    return {"kwargs": {"fiscal_year": 2569}, "data": {}, "secrets": [SECRET]}


CASES = {
    "disclosure:check": of_item,
    "disclosure:check_year": of_year,
    "disclosure:findings": of_year,
    "disclosure:prediction": of_year,
}

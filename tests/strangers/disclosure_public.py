"""What Alice's office publishes for the assessment, at the addresses of another office."""

from prongsai.registers.disclosure.models import Item, Year
from tests.cast import NOW, make_division, make_user
from tests.prongsai.registers.disclosure.publishing import publish_item

REASON, DIVISION = "Reason of Alice's", "Alice's division"


def opened(**kwargs):
    """A year nobody else has a framework of, with one item published and one not."""

    def made(office):
        year = Year.objects.create(
            organisation=office,
            fiscal_year=2555,
            opened_at=NOW,
            opened_by=make_user(office=office),
        )
        division = make_division(office=office, name_th=DIVISION, name_en=DIVISION)
        for number, code in enumerate(("o7", "o8"), 1):
            Item.objects.create(
                organisation=office,
                year=year,
                code=code,
                number=number,
                title_th="ข้อของอลิซ",
                title_en="Item of Alice's",
                division=division,
                reason_th=REASON,
                reason_en=REASON,
            )
        publish_item("o7", year=2555)
        return {
            "kwargs": kwargs,
            "secrets": [REASON, DIVISION, "Item of Alice's", "ข้อของอลิซ"],
        }

    return made


CASES = {
    "disclosure_public:years": opened(),
    "disclosure_public:year": opened(fiscal_year=2555),
    "disclosure_public:item": opened(fiscal_year=2555, code="o8"),
}

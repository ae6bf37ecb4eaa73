"""A small register of loans, published."""

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import actions
from tests.cast import NOW, make_office

ADDRESS = "lending/2569/register"
PAGE = f"/published/{ADDRESS}/"


def content(*rows):
    return {
        "tables": [
            {
                "key": "loans",
                "title_th": "การยืม",
                "title_en": "Loans",
                "columns": [
                    {"key": "what", "label_th": "สิ่งของ", "label_en": "Thing"},
                    {
                        "key": "n",
                        "label_th": "จำนวน",
                        "label_en": "Number",
                        "numeric": True,
                    },
                ],
                "rows": [list(row) for row in rows or (("เต็นท์", 4),)],
            }
        ]
    }


def publish(*rows, by=None, at=NOW, address=ADDRESS, **words):
    if tenancy.current() is None:
        make_office()
    return actions.publish(
        address=address,
        title_th="ทะเบียนการยืม",
        title_en="Register of loans",
        content=content(*rows),
        by=by,
        at=at,
        **words,
    )

"""Alice's stored figures, for the wall test."""

from decimal import Decimal

from prongsai.foundations.evidence.models import StoredFigure
from tests.cast import NOW, TODAY

LABEL = "ตัวเลขของอลิซ"


def stored(office):
    return StoredFigure.objects.create(
        organisation=office,
        key="alice.secret",
        start=TODAY,
        end=TODAY,
        value=Decimal(4711),
        row_count=0,
        rows_digest="a" * 64,
        label_th=LABEL,
        label_en=LABEL,
        taken_at=NOW,
    )


def one(office):
    return {"kwargs": {"pk": stored(office).pk}, "secrets": [LABEL, "alice.secret"]}


def whole(office):
    stored(office)
    data = {"key": "alice.secret", "start": "1/10/2568", "end": "30/9/2569"}
    return {"data": data, "secrets": [LABEL]}


CASES = {
    "evidence:index": whole,
    "evidence:take": whole,
    "evidence:stored": one,
    "evidence:verify": one,
}

from prongsai.ita.documents.linting.passages import passages, points
from prongsai.ita.documents.model.report import Item, Narrative, Notice
from tests.prongsai.ita.documents.linting.samples import items, result


def test_every_text_of_a_report_is_read_once():
    inner = Item(marker="-", text="ข้างใน")
    report = result(
        narratives=(Narrative(indicator=None, text="ภาพรวม"),),
        warnings=(Notice(code="unplaced", text="นอกตาราง"),),
    )

    texts = [passage.text for passage in passages(report)]

    for text in ("ภาพรวม", "นอกตาราง", report.title, report.measures[0].title):
        assert texts.count(text) == 1
    assert [
        p.path
        for p in points((*items("ก"), Item(marker="๒.", text="ข", items=(inner,))))
    ] == [
        (1,),
        (2,),
        (2, 1),
    ]


def test_passages_come_in_the_order_of_the_document():
    orders = [passage.place.order for passage in passages(result())]

    assert orders == sorted(orders)

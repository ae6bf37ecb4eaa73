import pytest

from prongsai.ita.documents.linting.places_in import Own, Rank, places_in

NOBODY: Own = frozenset()


@pytest.mark.parametrize(
    ("text", "rank", "name"),
    [
        ("ในเขตตำบลหนองน้ำใส อย่างทั่วถึง", Rank.TAMBON, "หนองน้ำใส"),
        ("องค์การ บริหารส่วนตำบลทุ่งกว้าง", Rank.OFFICE, "ทุ่งกว้าง"),
        ("นายกเทศมนตรีตำบลบางสมมติ", Rank.OFFICE, "บางสมมติ"),
        ("ทต.โนนสูง ประกาศ", Rank.OFFICE, "โนนสูง"),
        ("ตำบลดาวเหนือ อำเภอแสงทอง", Rank.TAMBON, "ดาวเหนือ"),
        ("อำเภอปากสมมติ", Rank.DISTRICT, "ปากสมมติ"),
        ("นายกองค์การบริหารส่วนตำบลมีสุข", Rank.OFFICE, "มีสุข"),
        ("จังหวัดพระนครศรีอยุธยา", Rank.PROVINCE, "พระนครศรีอยุธยา"),
    ],
)
def test_names_with_evidence_are_found(text, rank, name):
    found = places_in(text, NOBODY)[0]

    assert (found.rank, found.name) == (rank, name)


@pytest.mark.parametrize(
    "sentence",
    [
        "ได้จัดประชุม",
        "มีการเผยแพร่",
        "ดำเนินการจัดทำคู่มือ",
        "เข้าร่วมกิจกรรม",
        "รับฟังความคิดเห็น",
        "น่าอยู่",
        "ปลอดขยะ",
        "ต้นแบบ",
        "ทั้งหมด",
        "ของตนเอง",
        "ยกระดับการให้บริการ",
        "",
    ],
)
@pytest.mark.parametrize(
    "before", ["องค์การบริหารส่วนตำบล", "ตำบล", "เทศบาลเมือง", "อำเภอ"]
)
def test_the_rest_of_a_sentence_is_no_name(before, sentence):
    assert places_in(before + sentence, NOBODY) == ()


def test_own_names_are_passed_over_however_they_are_spaced():
    own = frozenset((rank, "ดาวเหนือ") for rank in Rank)

    for text in ("ตำบลดาวเหนือ", "ตำบล ดาว เหนือ", "อบต. ดาวเหนือได้"):
        assert places_in(text, own) == ()


def test_a_visit_is_told_from_a_slip():
    visit, slip = (
        places_in(f"{start}เทศบาลตำบลทุ่งกว้าง", NOBODY)[0] for start in ("ดูงานที่", "ใน")
    )

    assert visit.is_on_purpose
    assert not slip.is_on_purpose


def test_the_districts_name_makes_no_office_ones_own():
    own = frozenset({(Rank.DISTRICT, "โคกสมมติ")})

    assert places_in("อำเภอโคกสมมติ", own) == ()
    assert len(places_in("อบต.โคกสมมติ", own)) == 1

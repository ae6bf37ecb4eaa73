"""What must not be published is found however it is written; nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.digits import to_thai
from prongsai.ita.thai.identifiers import check_digit
from prongsai.ita.thai.personal import Kind, find

GROUPS = (1, 4, 5, 2, 1)
GAPS = st.sampled_from(["", " ", "-", " - ", "\u2013", "\u00a0", ".", "\u200b"])
WORDS = st.text(alphabet="กขคงจabc \n:,", max_size=20)


@st.composite
def citizen_ids(draw):
    """Thirteen digits with a valid last one, first 1 to 8."""
    first = draw(st.sampled_from("12345678"))
    middle = "".join(
        draw(st.lists(st.sampled_from("0123456789"), min_size=11, max_size=11))
    )
    return f"{first}{middle}{check_digit(first + middle)}"


@st.composite
def written(draw, number):
    """The same number as people write it."""
    gap, groups, rest = draw(GAPS), [], number
    for length in GROUPS:
        groups.append(rest[:length])
        rest = rest[length:]
    text = draw(st.sampled_from([gap.join(groups), " ".join(number), "-".join(number)]))
    return to_thai(text) if draw(st.booleans()) else text


def kinds(text, **options):
    return [one.kind for one in find(text, **options)]


@given(data=st.data(), number=citizen_ids(), before=WORDS, after=WORDS)
def test_every_planted_citizen_id_is_found_where_it_stands(data, number, before, after):
    text = data.draw(written(number))

    found = find(f"{before}{text}{after}")

    ids = [one for one in found if one.kind is Kind.CITIZEN_ID]
    assert [(one.text, one.start) for one in ids] == [(text, len(before))]


@given(data=st.data(), number=citizen_ids(), wrong=st.integers(1, 9))
def test_thirteen_digits_with_a_wrong_check_are_nothing(data, number, wrong):
    other = f"{number[:-1]}{(int(number[-1]) + wrong) % 10}"

    found = find(data.draw(written(other)))

    assert found == []


@given(st.text(alphabet="0123456789", min_size=14, max_size=40))
def test_longer_numbers_hold_none(digits):
    assert kinds(f"เลขที่สัญญา {digits}") == []


def test_the_number_of_a_firm_may_stand_there():
    assert kinds("เลขทะเบียน 0-1055-12345-67-" + check_digit("010551234567")) == []


def test_mobile_numbers_are_found_and_official_ones_are_not():
    text = "โทร. ๐๘๑-๒๓๔-๕๖๗๘ หรือ +66 89 765 4321"

    assert kinds(text) == [Kind.TELEPHONE, Kind.TELEPHONE]
    assert kinds(text, official={"0812345678, 089 765 4321"}) == []


def test_land_lines_and_money_are_no_private_telephones():
    assert kinds("โทร. 0 2123 4567 งบ 812,345,678.00 บาท 073-123-456") == []


def test_the_address_of_a_house_is_found_and_the_offices_own_is_not():
    text = "พักอยู่บ้านเลขที่ ๙๙/๑ หมู่ที่ ๔ ตำบลทดสอบ"

    assert kinds(text) == [Kind.ADDRESS]
    assert kinds(text, official={"99/1 หมู่ 4 ตำบลทดสอบ อำเภอทดลอง"}) == []


def test_orders_and_villages_are_no_addresses():
    assert kinds("คำสั่งที่ 12/2569 ก่อสร้างถนน หมู่ที่ 4 ตำบลทดสอบ กว้าง 4 เมตร") == []

from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.linting.numbering import Slip, misnumbered
from prongsai.ita.documents.model.report import Item
from prongsai.ita.thai.digits import to_thai
from tests.prongsai.ita.documents.linting.samples import marked

STYLES = st.sampled_from(["{}.", "{})", "({})", "{}"])


def slips(*markers):
    return [found.slip for found in misnumbered(marked(*markers))]


@given(st.integers(0, 30), STYLES, st.booleans())
def test_a_list_that_counts_is_sound_in_every_style(length, style, thai):
    markers = [style.format(n) for n in range(1, length + 1)]

    assert not slips(*(map(to_thai, markers) if thai else markers))


@given(st.integers(2, 20), st.data())
def test_a_lost_line_is_noticed(length, data):
    lost = data.draw(st.integers(1, length - 1))
    markers = [f"{n}." for n in range(1, length + 1) if n != lost]

    assert slips(*markers) == [Slip.SKIPPED]


@given(st.integers(1, 20), st.data())
def test_a_doubled_number_is_noticed(length, data):
    doubled = data.draw(st.integers(1, length))
    numbers = sorted([*range(1, length + 1), doubled])

    assert slips(*(f"{n}." for n in numbers)) == [Slip.DOUBLED]


@given(st.integers(2, 20), st.data())
def test_one_wrong_number_is_noticed_once(length, data):
    place = data.draw(st.integers(0, length - 1))
    numbers = list(range(1, length + 1))
    numbers[place] += data.draw(st.integers(2, 9))

    assert slips(*(f"{n}." for n in numbers)) == [Slip.SKIPPED]


def test_a_new_beginning_is_told_from_a_doubled_number():
    assert slips("1.", "2.", "1.", "2.") == [Slip.RESTARTED]


def test_sub_lists_count_for_themselves():
    outer = tuple(
        Item(marker=f"{n}.", text="หัวข้อ", items=marked("๑.", "๓.")) for n in (1, 2)
    )

    assert [found.path for found in misnumbered(outer)] == [(1, 2), (2, 2)]


def test_the_number_due_is_told():
    (found,) = misnumbered(marked("๑.", "๕."))

    assert (found.marker, found.due) == ("๕.", 2)

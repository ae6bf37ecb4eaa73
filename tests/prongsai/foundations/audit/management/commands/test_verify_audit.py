"""The command says what it found, in either language, and leaves with the right number."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from prongsai.foundations.audit.models import ChainHead, Event
from prongsai.foundations.organisations import tenancy
from tests.cast import make_office, make_user
from tests.prongsai.foundations.audit.tampering import open_the_table, write_lines

pytestmark = pytest.mark.django_db


def verify(*words) -> tuple[int, str]:
    """Run the command; return its number and what it said."""
    out = io.StringIO()
    try:
        call_command("verify_audit", *words, stdout=out)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def offices():
    """Two offices with three lines each; the second one's line 2 was changed."""
    made = [make_office(), make_office()]
    for office in made:
        with tenancy.acting_for(office.pk):
            write_lines(3, by=make_user(office=office))
    open_the_table()
    with tenancy.acting_for(made[1].pk):
        Event.objects.filter(organisation=made[1], number=2).update(verb="other")
    return made


def test_a_whole_chain_ends_with_zero(offices):
    number, said = verify(
        "--office", f"office{offices[0].pk}.localhost", "--lang", "en"
    )

    assert number == 0
    assert offices[0].name_en in said
    assert "all as they were written" in said


def test_all_offices_are_verified_and_one_damage_is_enough(offices):
    number, said = verify("--lang", "en")

    assert number == 1
    assert offices[0].name_en in said
    assert "Line 2 was changed" in said


def test_it_speaks_thai_unless_told_otherwise(offices):
    _, said = verify()

    assert offices[1].name_th in said
    assert "รายการที่ 2 ถูกแก้ไขหลังบันทึก" in said


def test_it_speaks_json_to_programs(offices):
    number, said = verify("--json")

    rows = json.loads(said)
    assert number == 1
    assert [row["intact"] for row in rows] == [True, False]
    assert rows[1]["problems"] == [
        {"damage": "changed", "number": 2, "last": 2, "other": 0}
    ]


def test_a_noted_end_is_compared(offices):
    host = f"office{offices[0].pk}.localhost"
    with tenancy.acting_for(offices[0].pk):
        digest = ChainHead.objects.get(organisation=offices[0]).digest

    right = verify("--office", host, "--expect", f"3:{digest}")
    wrong = verify("--office", host, "--expect", f"3:{'0' * 64}")

    assert (right[0], wrong[0]) == (0, 1)


@pytest.mark.parametrize(
    "words",
    [
        ["--office", "nowhere.example"],
        ["--expect", "3:abc"],
        ["--expect", "x:abc", "--office", "HOST"],
        ["--expect", "3", "--office", "HOST"],
    ],
)
def test_words_that_make_no_sense_are_refused(offices, words):
    host = f"office{offices[0].pk}.localhost"

    with pytest.raises(CommandError) as refused:
        verify(*[host if word == "HOST" else word for word in words])

    assert refused.value.returncode == 2


def test_nothing_to_verify_is_fine():
    assert verify() == (0, "")

"""``manage verify_figures``: words and exit codes."""

from datetime import date

import pytest
from django.core.management import call_command

from prongsai.foundations.evidence import actions
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, make_division, make_office
from tests.prongsai.foundations.evidence.counting import KEY, offered, withdrawn

pytestmark = pytest.mark.django_db
YEAR = {"start": date(2025, 10, 1), "end": date(2026, 9, 30)}


@pytest.fixture(autouse=True)
def figure():
    with offered():
        yield


def run(*words):
    """Return the exit code."""
    try:
        call_command("verify_figures", *words)
    except SystemExit as end:
        return end.code
    return 0


def make_stored():
    office = make_office()
    with tenancy.acting_for(office.pk):
        make_division(office=office)
        actions.take(KEY, **YEAR, by=None, at=NOW)
    return office


def test_all_the_same_ends_with_0(capsys):
    make_stored()
    make_stored()

    code = run("--lang", "en")

    assert code == 0
    assert "2 of 2" in capsys.readouterr().out


def test_a_change_ends_with_1_and_says_what(capsys):
    office = make_stored()
    make_stored()
    make_division(office=office)

    code = run("--lang", "en")

    out = capsys.readouterr().out
    assert code == 1
    assert "Value 1 -> 2, rows 1 -> 2" in out
    assert "1 of 2" in out


def test_one_office_is_asked_by_its_key_or_host(capsys):
    make_stored()
    other = make_stored()

    codes = [
        run("--office", str(other.pk)),
        run("--office", f"office{other.pk}.localhost"),
    ]

    assert codes == [0, 0]
    assert capsys.readouterr().out.count("1 จาก 1") == 2


def test_a_figure_nobody_offers_ends_with_1(capsys):
    make_stored()
    with withdrawn():
        code = run("--lang", "en")

    assert code == 1
    assert "no register offers it" in capsys.readouterr().out


def test_an_unknown_office_ends_with_2(capsys):
    make_office()

    code = run("--office", "999999", "--lang", "en")

    assert code == 2
    assert "no office 999999" in capsys.readouterr().err

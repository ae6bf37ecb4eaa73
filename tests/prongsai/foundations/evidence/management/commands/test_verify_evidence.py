"""``manage verify_evidence``: words and exit codes."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.evidence import actions, gathering
from prongsai.foundations.evidence.models import StoredFigure
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import actions as publications
from prongsai.foundations.publications.actions import Attached
from tests.cast import NOW, make_division, make_office, make_user
from tests.prongsai.foundations.evidence.counting import KEY, offered, withdrawn
from tests.prongsai.foundations.evidence.gathering_cast import (
    SOURCE,
    about,
    make_file,
    registered,
)

pytestmark = pytest.mark.django_db
YEAR = {"start": date(2025, 10, 1), "end": date(2026, 9, 30)}


@pytest.fixture(autouse=True)
def figure():
    with offered():
        yield


def run(*words):
    """Return the exit code."""
    try:
        call_command("verify_evidence", *words)
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


@pytest.fixture
def gathered():
    """A division with a file, a figure and a record as evidence."""
    with registered():
        alice, division = make_user(), make_division()
        file = make_file(division, alice)
        gathering.add_figure(division, KEY, about=about(), by=alice, at=NOW)
        gathering.add_record(division, SOURCE, 7, about=about(), by=alice, at=NOW)
        yield alice, division, file


def published(figure, evidence, /, **changes):
    return publications.publish(
        address="ita/2569/o26/year",
        title_th="รายงาน",
        title_en="Report",
        content={
            "figures": [
                {"figure": figure.pk, "key": KEY, "digest": figure.rows_digest}
                | changes
            ],
            "evidence": [{"evidence": evidence.pk, "digest": evidence.digest}],
        },
        files=[Attached(name="a.txt", content_type="text/plain", content=b"text")],
        by=None,
        at=NOW,
    )


def test_all_evidence_of_one_row_is_proved_one_line_each(gathered, capsys):
    _alice, division, file = gathered

    code = run("--owner", f"organisations.division:{division.pk}", "--lang", "en")

    lines = capsys.readouterr().out.strip().splitlines()
    assert (code, len(lines)) == (0, 4)
    assert f"evidence {file.pk} ({file.title}): the same" in lines[0]
    assert lines[-1] == "3 of 3 are the same."


def test_tampered_bytes_end_with_1(gathered, capsys):
    _alice, division, file = gathered
    with default_storage.open(file.file.key, "wb") as content:
        content.write(b"other")

    code = run("--owner", f"organisations.division:{division.pk}", "--lang", "en")

    assert code == 1
    assert f"({file.title}): changed" in capsys.readouterr().out


def test_what_was_replaced_or_withdrawn_is_not_asked_about(gathered, capsys):
    alice, division, file = gathered
    gathering.withdraw(file, reason="ผิด", by=alice, at=NOW)
    default_storage.delete(file.file.key)

    code = run("--owner", f"organisations.division:{division.pk}", "--lang", "en")

    assert code == 0
    assert "2 of 2" in capsys.readouterr().out


def test_without_more_everything_of_every_office_is_proved(gathered, capsys):
    code = run("--lang", "en")

    assert code == 0
    assert "3 of 3" in capsys.readouterr().out


def test_what_a_published_document_names_is_proved_with_the_document(gathered, capsys):
    _alice, _division, file = gathered
    published(StoredFigure.objects.get(), file)

    code = run("--publication", "ita/2569/o26/year", "--lang", "en")

    out = capsys.readouterr().out
    assert code == 0
    assert "published document ita/2569/o26/year v1: the same" in out
    assert "published file a.txt: the same" in out
    assert "4 of 4" in out


def test_a_document_may_name_figures_as_pk_and_evidence_by_its_digest(gathered, capsys):
    _alice, _division, file = gathered
    stored = StoredFigure.objects.get()
    publications.publish(
        address="ita/2569/o26/year",
        title_th="รายงาน",
        title_en="Report",
        content={
            "figures": [{"pk": stored.pk, "digest": stored.rows_digest}],
            "evidence": [{"title": "ภาพ", "digest": file.digest}],
        },
        by=None,
        at=NOW,
    )

    code = run("--publication", "ita/2569/o26/year", "--lang", "en")

    out = capsys.readouterr().out
    assert code == 0
    assert f"evidence {file.pk}" in out
    assert "3 of 3" in out


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("register", "changed. Value 1 -> 2"),
        ("digest", "changed"),
        ("key", "no longer there"),
        ("pk", "no longer there"),
        ("file", "published file a.txt: changed"),
        ("withdrawn", "v1: no longer there"),
    ],
)
def test_a_document_that_no_longer_holds_ends_with_1(gathered, capsys, change, words):
    _alice, _division, file = gathered
    changes: dict[str, dict[str, object]] = {
        "digest": {"digest": "b" * 64},
        "key": {"key": "x"},
        "pk": {"figure": 0},
    }
    version = published(StoredFigure.objects.get(), file, **changes.get(change, {}))
    if change == "register":
        make_division()
    elif change == "file":
        with default_storage.open(version.files.get().stored.key, "wb") as content:
            content.write(b"other")
    elif change == "withdrawn":
        publications.withdraw(
            version.publication,
            reason_th="ผิด",
            reason_en="wrong",
            by=make_user(role=Role.CLERK),
            at=NOW,
        )

    code = run("--publication", "/ita/2569/o26/year/", "--lang", "en")

    assert code == 1
    assert words in capsys.readouterr().out


def test_an_earlier_version_is_proved_too(gathered, capsys):
    _alice, _division, file = gathered
    first = published(StoredFigure.objects.get(), file)
    published(StoredFigure.objects.get(), file, note="corrected")
    before = run("--publication", "ita/2569/o26/year", "--lang", "en")

    with default_storage.open(first.files.get().stored.key, "wb") as content:
        content.write(b"other")
    after = run("--publication", "ita/2569/o26/year", "--lang", "en")

    assert (before, after) == (0, 1)
    assert "published file a.txt: changed" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("--owner", "organisations.division:999999"),
        ("--owner", "no.such:1"),
        ("--owner", "nonsense"),
        ("--publication", "no/such"),
    ],
)
def test_what_is_not_there_ends_with_2(gathered, capsys, words):
    assert run(*words) == 2
    assert capsys.readouterr().err

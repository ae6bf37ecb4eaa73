"""Evidence comes in with its period and its digest, or not at all."""

import hashlib
import subprocess
import sys
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.evidence import digests, gathering
from prongsai.foundations.evidence.actions import BackwardPeriod
from prongsai.foundations.evidence.figures import UnknownFigure
from prongsai.foundations.evidence.models import Evidence, Kind, StoredFigure
from prongsai.foundations.evidence.owners import UnknownOwner
from prongsai.foundations.evidence.refusals import (
    ExpiresBeforeItBegins,
    NothingOfTheSort,
    NotPublic,
    TitleMissing,
)
from prongsai.foundations.files.errors import AlreadyClaimed
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.publications import actions as publications
from tests.cast import NOW, make_division, make_office, make_user
from tests.crowds import ROOT, own_database, run
from tests.prongsai.foundations.evidence.counting import KEY, offered
from tests.prongsai.foundations.evidence.gathering_cast import (
    KIND,
    MINUTES,
    SOURCE,
    about,
    make_file,
    registered,
    staged,
)
from tests.prongsai.foundations.publications.publishing import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def registers():
    with registered(), offered():
        yield


def test_a_file_is_kept_with_the_digest_of_its_bytes_and_its_own_period():
    alice, division = make_user(), make_division()

    row = make_file(division, alice, content=b"the very bytes", slot="output")

    row.refresh_from_db()
    assert row.digest == hashlib.sha256(b"the very bytes").hexdigest()
    assert (row.owner_kind, row.owner_pk, row.slot) == (KIND, division.pk, "output")
    assert (row.start, row.collected_at) == (date(2025, 10, 1), NOW)
    assert (row.file.owner_kind, row.file.owner_pk) == ("evidence.evidence", row.pk)
    assert Event.objects.get(verb="evidence.added").facts["kind"] == "file"


def test_a_figure_is_taken_for_the_period_and_proved_by_its_rows():
    alice, division = make_user(), make_division()

    row = gathering.add_figure(division, KEY, about=about(title=""), by=alice, at=NOW)

    stored = StoredFigure.objects.get()
    assert (row.figure, row.digest) == (stored, stored.rows_digest)
    assert (stored.start, stored.end) == (row.start, row.end)
    assert row.title == "Divisions in use"


def test_a_published_version_is_proved_by_its_document():
    alice, division, version = make_user(), make_division(), publish()

    row = gathering.add_publication(
        division, version, about=about(title=""), by=alice, at=NOW
    )

    assert (row.version, row.digest) == (version, version.digest)
    assert row.title == version.title


def test_a_record_is_proved_by_what_it_says():
    alice, division = make_user(), make_division()

    row = gathering.add_record(
        division, SOURCE, 7, about=about(title=""), by=alice, at=NOW
    )

    assert row.digest == digests.digest_of_content(MINUTES[7])
    assert (row.title, row.source_pk) == ("รายงานการประชุม", 7)


def test_a_record_that_is_not_offered_is_refused():
    alice, division = make_user(), make_division()

    with pytest.raises(NothingOfTheSort):
        gathering.add_record(division, SOURCE, 8, about=about(), by=alice, at=NOW)


def test_a_withdrawn_version_is_no_evidence():
    alice, division, version = make_user(), make_division(), publish()
    publications.withdraw(
        version.publication,
        reason_th="ผิด",
        reason_en="wrong",
        by=make_user(role=Role.CLERK),
        at=NOW,
    )

    with pytest.raises(NotPublic):
        gathering.add_publication(division, version, about=about(), by=alice, at=NOW)


def test_nobody_adds_what_the_register_does_not_allow():
    make_office()
    auditor = make_user(role=Role.AUDITOR)

    with pytest.raises(PermissionDenied):
        make_file(make_division(), auditor)


def test_rows_nobody_registered_own_no_evidence():
    alice = make_user()

    with pytest.raises(UnknownOwner):
        make_file(alice, alice)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " "}, None),
        ({"start": date(2027, 1, 1)}, BackwardPeriod),
        ({"expires_on": date(2025, 1, 1)}, ExpiresBeforeItBegins),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_stays(changes, refusal):
    alice, division = make_user(), make_division()

    if refusal is None:
        assert make_file(division, alice, **changes).title == "หลักฐาน.txt"
        return
    with pytest.raises(refusal):
        make_file(division, alice, **changes)

    assert not Evidence.objects.exists()
    assert StoredFile.objects.get().owner_pk is None


def test_a_web_page_without_a_title_takes_its_address():
    alice, division = make_user(), make_division()
    page = "https://example.org/ita"

    row = gathering.add_link(
        division, page, about=about(title=""), copy=staged(alice), by=alice, at=NOW
    )

    assert row.title == page


def test_evidence_that_is_called_nothing_is_refused():
    alice, division = make_user(), make_division()
    MINUTES[9] = {}

    with pytest.raises(TitleMissing):
        gathering.add_link(
            division, "  ", about=about(title=""), copy=staged(alice), by=alice, at=NOW
        )


def test_an_unknown_figure_leaves_nothing_half_written():
    alice, division = make_user(), make_division()

    with pytest.raises(UnknownFigure):
        gathering.add_figure(division, "no.such", about=about(), by=alice, at=NOW)

    assert not Evidence.objects.exists()


def test_a_file_that_cannot_be_claimed_leaves_nothing_half_written():
    alice, division = make_user(), make_division()
    row = make_file(division, alice)

    with pytest.raises(AlreadyClaimed):
        gathering.add_file(division, row.file, about=about(), by=alice, at=NOW)

    assert Evidence.objects.get() == row
    assert Event.objects.filter(verb="evidence.added").count() == 1


def test_the_database_keeps_no_evidence_without_a_digest():
    alice, division = make_user(), make_division()
    row = make_file(division, alice)

    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(
            organisation=division.organisation,
            owner_kind=KIND,
            owner_pk=division.pk,
            kind=Kind.FILE,
            title="ไม่มีหลักฐาน",
            start=row.start,
            end=row.end,
            file=row.file,
            collected_at=NOW,
        )


@pytest.mark.parametrize("change", [{"start": date(2025, 11, 1)}, {"digest": "b" * 64}])
def test_evidence_keeps_what_it_said_of_itself(change):
    row = make_file(make_division(), make_user())

    with pytest.raises(DatabaseError), transaction.atomic():
        Evidence.objects.filter(pk=row.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Evidence.objects.filter(pk=row.pk).delete()


TROUBLE = [sys.executable, "-m", "tests.prongsai.foundations.evidence.trouble"]


@pytest.mark.slow
def test_a_kill_in_the_middle_of_any_deed_leaves_nothing_half_written(tmp_path):
    with own_database(tmp_path) as house:
        run([*TROUBLE, "begin"], house)
        before = run([*TROUBLE, "look"], house)
        ends = [
            subprocess.run(
                [*TROUBLE, deed], env=house, check=False, capture_output=True, cwd=ROOT
            ).returncode
            for deed in ("add", "replace", "publish")
        ]

        after = run([*TROUBLE, "look"], house)

    assert ends == [-9, -9, -9]
    assert (before, after) == (before, before)
    assert before.split()[0] == "1"

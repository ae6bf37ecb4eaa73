"""Evidence in every state a person can bring it to; divisions own it in tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacity
from prongsai.foundations.evidence import gathering, owners, sources
from prongsai.foundations.evidence.gathering import About
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.organisations.models import Division
from tests.cast import NOW, TODAY

KIND = "organisations.division"
SOURCE = "test.minutes"
BYTES = "ข้อความหลักฐาน".encode()
START, END = date(2025, 10, 1), date(2026, 9, 30)
RULES = FileRules(types=("pdf", "image", "text"), max_bytes=1_000_000)


def about(**changes) -> About:
    said = About(title="ภาพถ่ายการอบรม", start=START, end=END)
    return replace(said, **changes)


def is_colleague(user: User, pk: int) -> bool:
    return Division.objects.filter(organisation=user.organisation_id, pk=pk).exists()


def is_officer(user: User, pk: int) -> bool:
    holds = capacity(user, Role.OFFICER, on=TODAY) is not None
    return holds and is_colleague(user, pk)


MINUTES: dict[int, dict[str, object]] = {}


@contextmanager
def registered() -> Iterator[None]:
    """Let divisions own evidence, and offer minutes, as registers do in their apps."""
    owners.register(
        KIND,
        can_read=is_colleague,
        can_add=is_officer,
        url_of=lambda pk: f"/staff/office/?division={pk}",
        title_of=lambda pk: f"กองที่ {pk}",
        titles_of=lambda pks: {pk: f"กองที่ {pk}" for pk in pks},
        period_of=lambda _pk: (START, END),
        readable=lambda user: set(
            Division.objects.filter(organisation=user.organisation_id).values_list(
                "pk", flat=True
            )
        ),
    )
    sources.register(
        SOURCE,
        label="Minutes",
        choices=lambda _user: [
            sources.Choice(pk=pk, title="รายงานการประชุม", start=START, end=END)
            for pk in MINUTES
        ],
        content_of=lambda pk: MINUTES[pk],
        url_of=lambda pk: f"/staff/meetings/{pk}/",
    )
    MINUTES[7] = {"number": "1/2569", "resolutions": ["จัดอบรม"]}
    try:
        yield
    finally:
        MINUTES.clear()
        owners._OWNERS.pop(KIND)
        sources._SOURCES.pop(SOURCE)


def staged(by, *, name="หลักฐาน.txt", content=BYTES):
    upload = SimpleUploadedFile(name, content)
    return files.receive(upload, rules=RULES, by=by, at=NOW)


def make_file(owner, by, *, content=BYTES, **changes):
    file = staged(by, content=content)
    return gathering.add_file(owner, file, about=about(**changes), by=by, at=NOW)

"""Make the directory public as it stands: everything at once, as one snapshot."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.publications import actions as publications
from prongsai.foundations.publications.models import Version
from prongsai.registers.directory import permissions
from prongsai.registers.directory.actions import portraits, refusals
from prongsai.registers.directory.queries import composing
from prongsai.registers.directory.queries import directory as queries
from prongsai.registers.directory.queries.public import ADDRESS, TEMPLATE, needs_note

TITLE_TH = "ทำเนียบหน่วยงาน: โครงสร้าง ผู้บริหาร หน้าที่ และการติดต่อ"
TITLE_EN = "Directory: structure, executives, duties and contact"


@transaction.atomic
def publish(*, note_th: str, note_en: str, by: User, at: datetime) -> Version:
    """Freeze everything of the directory that is public; a new version says what changed.

    Raises ``NothingChanged`` of the publications when nothing differs.
    """
    if not permissions.can_publish(by, localdate(at)):
        raise PermissionDenied
    held = queries.counting_terms().values("holder")
    holders = queries.holders().filter(pk__in=held).select_related("photo")
    if not holders:
        raise refusals.NothingToPublish
    if needs_note() and not (note_th.strip() and note_en.strip()):
        raise refusals.NoteMissing
    version = publications.publish(
        address=ADDRESS,
        title_th=TITLE_TH,
        title_en=TITLE_EN,
        content=composing.content_of(localdate(at)),
        template=TEMPLATE,
        note_th=note_th.strip(),
        note_en=note_en.strip(),
        files=portraits.published(holders, by=by, at=at),
        by=by,
        at=at,
    )
    audit.record(
        "directory.published", on=version, by=by, at=at,
        version=version.number, digest=version.digest,
    )  # fmt: skip
    return version

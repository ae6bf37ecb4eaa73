"""Make an approved report public: the page, its data and its files as one snapshot."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.publications import actions as publications
from prongsai.foundations.publications.attaching import Attached
from prongsai.foundations.publications.models import Version
from prongsai.registers.reports import permissions
from prongsai.registers.reports.actions.holding import hold, move
from prongsai.registers.reports.actions.refusals import NotApproved, NoteMissing
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries import addresses, public
from prongsai.registers.reports.queries.reports import PUBLIC_TEMPLATE
from prongsai.registers.reports.states import ReportState

Render = Callable[[Report], Sequence[Attached]]
"""Writes the files of a report: they are made of exactly what is published."""


@transaction.atomic
def publish(  # the files, and what changed in two languages
    report: Report,
    *,
    render: Render,
    note_th: str = "",
    note_en: str = "",
    by: User,
    at: datetime,
) -> Version:
    """Publish an approved report under the year's item; the next one is a new version."""
    report = hold(report)
    if not permissions.can_publish(by, localdate(at)):
        raise PermissionDenied
    if report.state != ReportState.APPROVED:
        raise NotApproved
    is_correction = report.published_id is not None
    if is_correction and not (note_th.strip() and note_en.strip()):
        raise NoteMissing
    move(report, ReportState.PUBLISHED)
    version = publications.publish(
        address=addresses.address_of(report),
        title_th=report.title[:300],
        title_en=public.title_en(report),
        content=public.content_of(report),
        template=PUBLIC_TEMPLATE,
        note_th=note_th.strip(),
        note_en=note_en.strip(),
        files=render(report),
        by=by,
        at=at,
    )
    report.published = version
    report.save(update_fields=["state", "published", "version"])
    audit.record(
        "reports.published", on=report, by=by, at=at,
        version=version.number, digest=version.digest,
    )  # fmt: skip
    return version

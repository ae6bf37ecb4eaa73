"""Add a web page as evidence; visit it where the office has switched that on."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.evidence import links, own_pages
from prongsai.foundations.evidence.gathering.about import About, added, begun
from prongsai.foundations.evidence.gathering.adding import claim
from prongsai.foundations.evidence.links import Visit
from prongsai.foundations.evidence.models import Check, Evidence, Kind, State
from prongsai.foundations.evidence.refusals import CopyNeeded
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks.office import office_task, step


@transaction.atomic
def add_link(  # a page may come with its copy
    owner: Model,
    url: str,
    *,
    about: About,
    by: User | None,
    at: datetime,
    copy: StoredFile | None = None,
) -> Evidence:
    """Keep a web address as evidence, proved by a saved copy or by visiting the page.

    A page this office has published is proved by its own digest. Where pages are not
    visited (``PRONGSAI_CHECK_LINKS``), ``copy`` must be given: raises ``CopyNeeded``.
    """
    own = own_pages.standing_at(url)
    row = begun(owner, Kind.LINK, about=about, by=by, at=at, title=url.strip())
    if own is not None and own.withdrawal is None:
        row.url = url.strip()[: links.LONGEST]
        row.version, row.digest = own.version, own.version.digest
    else:
        row.url = links.checked(url)
    if copy is not None:
        row.file = copy
        row.digest = row.digest or copy.sha256
    visits = settings.PRONGSAI_CHECK_LINKS and row.version is None
    if not row.digest and not visits:
        raise CopyNeeded(url=row.url[:200])
    added(row)
    claim(row, [copy] if copy is not None else [])
    if visits:
        visit_page.enqueue(evidence=row.pk)
    return row


@office_task(label=_("Visit a web page that is evidence"), atomic=False)
def visit_page(*, evidence: int, by: int | None = None) -> None:
    """Visit a page, then note how it answered; the database waits for no web site."""
    if not settings.PRONGSAI_CHECK_LINKS:
        return
    with step():
        row = Evidence.objects.get(organisation=tenancy.required(), pk=evidence)
        person = None if by is None else User.objects.filter(pk=by).first()
    found = links.visit(row.url)
    with step():
        visit_link(row, found, by=person, at=timezone.now())


@transaction.atomic
def visit_link(
    evidence: Evidence, found: Visit, *, by: User | None, at: datetime
) -> Check:
    """Note how a page answered; the first answer gives it its digest."""
    row = Evidence.objects.select_for_update().get(
        organisation=tenancy.required(), pk=evidence.pk
    )
    first = _first_digest(row)
    if found.digest and not row.digest:
        row.digest = found.digest
        row.save(update_fields=["digest"])
    return noted(row, _state(found, first), found, by=by, at=at)


@transaction.atomic
def noted(
    row: Evidence,
    state: State,
    found: Visit | str,
    *,
    by: User | None,
    at: datetime,
) -> Check:
    """Keep one attempt to prove evidence; ``found`` is the digest or how a page answered."""
    answer = found if isinstance(found, Visit) else Visit(state="read", digest=found)
    check = Check.objects.create(
        organisation_id=tenancy.required(),
        evidence=row,
        state=state,
        digest=answer.digest,
        status=answer.status,
        final_url=answer.final_url,
        checked_at=at,
        checked_by=by,
    )
    audit.record(
        "evidence.checked", on=row, by=by, at=at, kind=row.kind, outcome=str(state)
    )
    return check


def _first_digest(row: Evidence) -> str:
    """Return the digest the page had at first; a saved copy is not the page."""
    if row.file_id is None:
        return row.digest
    first = row.checks.exclude(final_url="").exclude(digest="")
    found = first.order_by("checked_at", "pk").first()
    return found.digest if found else ""


def _state(found: Visit, first: str) -> State:
    if found.state != "read":
        return State.GONE if found.state == "gone" else State.UNREACHABLE
    return State.SAME if found.digest == (first or found.digest) else State.CHANGED

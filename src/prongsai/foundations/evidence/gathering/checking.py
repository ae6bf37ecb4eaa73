"""Prove evidence again: run what its kind allows and say whether it is what it was."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import actions as figures
from prongsai.foundations.evidence import digests, links, owners
from prongsai.foundations.evidence.gathering.linking import noted, visit_link
from prongsai.foundations.evidence.links import Rules
from prongsai.foundations.evidence.models import Check, Evidence, Kind, State
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.errors import BytesMissing
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Version


def check(
    evidence: Evidence,
    *,
    by: User | None,
    at: datetime,
    rules: Rules = links.PUBLIC,
) -> Check:
    """Prove evidence again and note what came of it.

    A web page is visited only where the office has switched that on, and before anything
    is written. ``by`` is ``None`` for the auditor's command.
    """
    kind, pk = evidence.owner_kind, evidence.owner_pk
    if by is not None and not owners.can_read(by, kind, pk):
        raise PermissionDenied
    if evidence.kind == Kind.LINK and evidence.version is None:
        return _link(evidence, by=by, at=at, rules=rules)
    if evidence.figure is not None:
        return _figure(evidence, by=by, at=at)
    now = _digest_now(evidence)
    return noted(evidence, _compared(evidence.digest, now), now, by=by, at=at)


def visits_page(evidence: Evidence) -> bool:
    """Whether a check of this evidence means to ask another web site."""
    is_foreign = evidence.kind == Kind.LINK and evidence.version_id is None
    return is_foreign and settings.PRONGSAI_CHECK_LINKS


def _digest_now(evidence: Evidence) -> str:
    """Return the digest as it is now; nothing when the thing is gone."""
    if evidence.kind == Kind.LINK and evidence.version is not None:
        return _newest_of(evidence.version)
    if evidence.version is not None:
        return _published(evidence.version)
    if evidence.file is not None:
        return _of_file(evidence.file)
    content = digests.content_of_record(evidence.source, evidence.source_pk or 0)
    return "" if content is None else digests.digest_of_content(content)


def _link(evidence: Evidence, *, by: User | None, at: datetime, rules: Rules) -> Check:
    """Look at the saved copy first, then at the page where that is allowed."""
    copy = "" if evidence.file is None else _of_file(evidence.file)
    if evidence.file is not None:
        state = _compared(evidence.file.sha256, copy)
        if state != State.SAME or not settings.PRONGSAI_CHECK_LINKS:
            return noted(evidence, state, copy, by=by, at=at)
    if not settings.PRONGSAI_CHECK_LINKS:
        return noted(evidence, State.UNREACHABLE, "", by=by, at=at)
    return visit_link(evidence, links.visit(evidence.url, rules=rules), by=by, at=at)


def _figure(evidence: Evidence, *, by: User | None, at: datetime) -> Check:
    if evidence.figure is None:
        raise TypeError(evidence.kind)
    verdict = figures.verify(evidence.figure, at=at, by=by)
    now = "" if verdict.now is None else verdict.now.rows_digest
    return noted(evidence, State(verdict.state), now, by=by, at=at)


def _of_file(file: StoredFile) -> str:
    try:
        with bytes_of(file) as content:
            return digests.digest_of_bytes(content)
    except BytesMissing:
        return ""


def _published(version: Version) -> str:
    if publications.withdrawal_of(version):
        return ""
    return publications.digest_now(version)


def _newest_of(version: Version) -> str:
    """Return the digest of what its address says now."""
    found = publications.standing(version.publication.address)
    if found is None or found.withdrawal is not None:
        return ""
    return found.version.digest


def _compared(then: str, now: str) -> State:
    if not now:
        return State.GONE
    return State.SAME if now == then else State.CHANGED

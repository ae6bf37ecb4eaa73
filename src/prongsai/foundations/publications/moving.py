"""Addresses that moved: where an old one leads now, and one that was mistyped."""

import re
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.models import Redirect
from prongsai.foundations.publications.refusals import BadPath, RedirectLoop
from prongsai.ita.thai.digits import to_arabic

_PATH = re.compile(r"/(?!/)[^\s?#\\\x00-\x1f]{1,298}")
_CLOSED = re.compile(r"/(?:(?:staff|account|files|media|static|api)(?:/|$)|style-)")
_READING = frozenset({"GET", "HEAD"})


@transaction.atomic
def moved(old_path: str, new_path: str, *, by: User | None, at: datetime) -> Redirect:
    """Lead readers of an old address to the new one, for good.

    What led to the old address leads straight to the new one from now on. The register
    that calls this has asked whether the person may.
    """
    old, new = _checked(old_path), _end_of(_checked(new_path))
    if old in {new, new_path}:
        raise RedirectLoop(old=old_path, new=new_path)
    rows = _redirects()
    rows.filter(new_path=old).update(new_path=new)
    row, _ = rows.update_or_create(
        organisation_id=tenancy.required(),
        old_path=old,
        defaults={"new_path": new, "moved_by": by, "moved_at": at},
    )
    audit.record("publications.moved", on=row, by=by, at=at, old=old, new=new)
    return row


def way_on(request: HttpRequest) -> str:
    """Return where a reader who found nothing is led; nothing when nobody knows.

    Asked for after a 404 only, so that no page that is there is ever hidden.
    """
    path = request.path
    if (
        request.method not in _READING
        or _CLOSED.match(path)
        or not _PATH.fullmatch(path)
    ):
        return ""
    found = _end_of(path)
    if found == path:
        found = _as_meant(path)
    query = request.META.get("QUERY_STRING", "")
    return "" if found == path else f"{found}?{query}" if query else found


def _checked(path: str) -> str:
    if not _PATH.fullmatch(path) or _CLOSED.match(path):
        raise BadPath(path=path[:100])
    return path


def _redirects() -> QuerySet[Redirect]:
    return Redirect.objects.filter(organisation=tenancy.required())


def _end_of(path: str) -> str:
    """Return where a path leads; chains are short, for they are shortened on write."""
    slashed = path if path.endswith("/") else f"{path}/"
    found = _redirects().filter(old_path__in={path, slashed}).first()
    return found.new_path if found else path


def _as_meant(path: str) -> str:
    """Return a path in small letters, Arabic digits and with its slash, if a page is there."""
    plain = to_arabic(path).lower()
    for candidate in (plain, f"{plain.rstrip('/')}/"):
        if candidate != path and not _CLOSED.match(candidate) and _is_known(candidate):
            return candidate
    return path


def _is_known(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True

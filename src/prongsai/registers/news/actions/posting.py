"""Post articles elsewhere: switch it on, ask for it, carry it out once, settle it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.news import permissions, rules
from prongsai.registers.news.actions import refusals, sealing
from prongsai.registers.news.actions.sending import Answer, End, Message
from prongsai.registers.news.actions.telling import tell_not_posted
from prongsai.registers.news.actions.writing import locked
from prongsai.registers.news.models import Article, Outlet, Posting
from prongsai.registers.news.queries import postings as queries
from prongsai.registers.news.queries import sharing
from prongsai.registers.news.states import (
    POSTING,
    ArticleState,
    OutletKind,
    PostingState,
)


@dataclass(frozen=True, kw_only=True)
class Access:
    """What opens an outlet; without a token the stored one stays."""

    token: str = ""
    page: str = ""


@transaction.atomic
def switch_on(
    kind: OutletKind, access: Access, *, version: int, by: User, at: datetime
) -> Outlet:
    """Let articles be posted there, with this token."""
    outlet = _outlet(kind, version=version, by=by, at=at)
    if access.token:
        outlet.sealed = sealing.sealed(access.token.strip())
    outlet.page = access.page.strip() or outlet.page
    needs_page = kind == OutletKind.FACEBOOK and not outlet.page
    if not outlet.sealed or needs_page:
        raise refusals.TokenMissing
    outlet.is_on = True
    _switched(outlet, by=by, at=at)
    audit.record("news.outlet-switched-on", on=outlet, by=by, at=at, outlet=kind)
    return outlet


@transaction.atomic
def switch_off(kind: OutletKind, *, version: int, by: User, at: datetime) -> Outlet:
    """Post nothing there any more, and forget the token."""
    outlet = _outlet(kind, version=version, by=by, at=at)
    outlet.is_on, outlet.sealed = False, ""
    _switched(outlet, by=by, at=at)
    audit.record("news.outlet-switched-off", on=outlet, by=by, at=at, outlet=kind)
    return outlet


@transaction.atomic
def ask(article: Article, kind: OutletKind, *, by: User, at: datetime) -> Posting:
    """Let the published version be posted; a version goes to an outlet once.

    What failed is asked for again with the same key.
    """
    article = locked(article, by=by, at=at)
    if not permissions.can_post(by, article, on=localdate(at)):
        raise PermissionDenied
    if article.state != ArticleState.PUBLISHED or article.published is None:
        raise refusals.NotPublic
    if queries.outlet_in_use(kind) is None:
        raise refusals.OutletOff(outlet=kind.label)
    posting, is_new = Posting.objects.select_for_update().get_or_create(
        organisation_id=tenancy.required(),
        published=article.published,
        kind=kind,
        defaults={"article": article, "asked_at": at, "asked_by": by},
    )
    if not is_new:
        if posting.state != PostingState.FAILED:
            raise refusals.AlreadyAsked(outlet=kind.label)
        posting.state, posting.attempts, posting.problem = PostingState.WAITING, 0, ""
        posting.asked_at, posting.asked_by = at, by
        posting.save()
    audit.record("news.posting-asked", on=posting, by=by, at=at, outlet=kind)
    return posting


@transaction.atomic
def begin(posting: Posting, *, by: User | None, at: datetime) -> Message | None:
    """Note that an attempt begins, and return what to send; nothing when it is over.

    An attempt that was begun and never ended (the machine stopped) is begun again only
    where the other side knows the key.
    """
    posting = _locked(posting)
    state = PostingState(posting.state)
    if _may_be_there(posting, at=at):
        posting.state = PostingState.SENDING  # the attempt that was never answered
        _move(posting, PostingState.UNCERTAIN, problem="no-answer")
        tell_not_posted(posting, at=at)
        return None
    if state not in {PostingState.WAITING, PostingState.SENDING}:
        return None
    outlet = queries.outlet_in_use(OutletKind(posting.kind))
    if outlet is None or posting.attempts >= _most_attempts(at):
        _fail(posting, "switched-off" if outlet is None else "too-often", at=at)
        return None
    if state == PostingState.WAITING:
        POSTING.check(state, PostingState.SENDING)
        posting.state = PostingState.SENDING
    posting.attempts += 1
    posting.tried_at = at
    posting.save()
    audit.record(
        "news.posting-tried", on=posting, by=by, at=at, attempt=posting.attempts
    )
    text = sharing.text_of(
        posting.published, OutletKind(posting.kind), on=localdate(at)
    )
    return Message(
        kind=OutletKind(posting.kind),
        text=text.text,
        url=text.url,
        page=outlet.page,
        token=sealing.opened(outlet.sealed),
        key=str(posting.key),
    )


@transaction.atomic
def end(posting: Posting, answer: Answer, *, by: User | None, at: datetime) -> Posting:  # noqa: ARG001  # asked of every deed
    """Note how an attempt ended."""
    posting = _locked(posting)
    posting.status = answer.status
    if answer.end == End.SENT:
        _move(posting, PostingState.SENT)
    elif answer.end == End.AGAIN and posting.attempts < _most_attempts(at):
        _move(posting, PostingState.WAITING, problem=answer.problem)
    elif answer.end == End.UNKNOWN:
        _move(posting, PostingState.UNCERTAIN, problem=answer.problem)
        tell_not_posted(posting, at=at)
    else:
        _fail(posting, answer.problem, at=at)
    return posting


@transaction.atomic
def settle(posting: Posting, *, is_there: bool, by: User, at: datetime) -> Posting:
    """Say after looking whether a posting of unknown end is there."""
    posting = _locked(posting)
    if not permissions.can_post(by, posting.article, on=localdate(at)):
        raise PermissionDenied
    if posting.state != PostingState.UNCERTAIN:
        raise refusals.NothingToSettle
    posting.settled_at, posting.settled_by = at, by
    posting.attempts = 0
    _move(posting, PostingState.SENT if is_there else PostingState.WAITING)
    audit.record("news.posting-settled", on=posting, by=by, at=at, is_there=is_there)
    return posting


def _outlet(kind: OutletKind, *, version: int, by: User, at: datetime) -> Outlet:
    if not permissions.can_keep_outlets(by, on=localdate(at)):
        raise PermissionDenied
    outlet = (
        Outlet.objects.select_for_update()
        .filter(organisation=tenancy.required(), kind=kind)
        .first()
    )
    if outlet is None:
        return Outlet(organisation_id=tenancy.required(), kind=kind, version=0)
    check_version(outlet, version)
    return outlet


def _switched(outlet: Outlet, *, by: User, at: datetime) -> None:
    outlet.switched_at, outlet.switched_by = at, by
    advance(outlet)
    outlet.save()


def _locked(posting: Posting) -> Posting:
    rows = Posting.objects.select_for_update(of=("self",)).select_related(
        "article", "published__publication", "asked_by"
    )
    return rows.get(organisation=tenancy.required(), pk=posting.pk)


def _move(posting: Posting, state: PostingState, *, problem: str = "") -> None:
    POSTING.check(PostingState(posting.state), state)
    posting.state, posting.problem = state, problem
    posting.save()


def _fail(posting: Posting, problem: str, *, at: datetime) -> None:
    _move(posting, PostingState.FAILED, problem=problem)
    tell_not_posted(posting, at=at)


def _may_be_there(posting: Posting, *, at: datetime) -> bool:
    """Whether an attempt had no answer, and its key is not, or no longer, known."""
    waits = posting.state == PostingState.WAITING and posting.problem == "no-answer"
    if not (posting.state == PostingState.SENDING or waits) or posting.tried_at is None:
        return False
    hours = rules.value("line_retry_hours", on=localdate(at))
    is_known = at - posting.tried_at < timedelta(hours=hours)
    return posting.kind == OutletKind.FACEBOOK or not is_known


def _most_attempts(at: datetime) -> int:
    return rules.value("posting_attempts", on=localdate(at))

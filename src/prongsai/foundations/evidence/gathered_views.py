"""Evidence: all of the office, one with its proof, adding, replacing, withdrawing."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import collecting, gathering, owners, queries
from prongsai.foundations.evidence.gathered_lists import EvidenceFilters, columns
from prongsai.foundations.evidence.gathered_showing import kinds_to_add, shown
from prongsai.foundations.evidence.gathering.checking import visits_page
from prongsai.foundations.evidence.gathering.linking import visit_page
from prongsai.foundations.evidence.models import Evidence
from prongsai.foundations.submissions.http import once
from prongsai.ui.listing import listing

_LONGEST_SLOT = 40


@require_safe
def index(request: StaffRequest) -> HttpResponse:
    found = listing(
        request,
        queries.evidence_visible_to(request.user),
        filters=EvidenceFilters,
        columns=columns(on=timezone.localdate()),
        sort="-collected_at",
        name="evidence",
        caption=_("All evidence"),
    )
    return found.download or render(
        request, "evidence/gathered/index.html", {"listing": found}
    )


@require_safe
def evidence(request: StaffRequest, pk: int) -> HttpResponse:
    found = _evidence(request, pk)
    context = {"shown": shown(found, user=request.user, on=timezone.localdate())}
    return render(request, "evidence/gathered/evidence.html", context)


@require_POST
def check(request: StaffRequest, pk: int) -> HttpResponse:
    found = _evidence(request, pk)
    if visits_page(found):
        visit_page.enqueue(evidence=found.pk, by=request.user.pk)
        messages.info(request, _("The page is visited in the background."))
    else:
        gathering.check(found, by=request.user, at=timezone.now())
        messages.success(request, _("Checked. What came of it stands below."))
    return redirect(found)


@require_safe
def add(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    owner = _owner(request.user, kind, pk)
    context = {
        "kinds": kinds_to_add(kind, pk, slot=_slot(request)),
        "row": _named(kind, pk),
        "owner": owner,
    }
    return render(request, "evidence/gathered/kinds.html", context)


@once
def add_one(request: StaffRequest, kind: str, pk: int, *, what: str) -> HttpResponse:
    owner = _owner(request.user, kind, pk)
    form = _form(request, owner, what)
    if request.method == "POST" and form.is_valid():
        collecting.collect(
            form, slot=_slot(request), by=request.user, at=timezone.now()
        )
        messages.success(request, _("The evidence is kept."))
        return redirect(owners.owner_of(kind).url_of(pk))
    context = {"form": form, "row": _named(kind, pk), "what": what}
    return render(request, "evidence/gathered/form.html", context)


@once
def replace(request: StaffRequest, pk: int, what: str) -> HttpResponse:
    old = _changeable(request, pk)
    owner = _owner(request.user, old.owner_kind, old.owner_pk)
    form = _form(request, owner, what, replaces=old)
    if request.method == "POST" and form.is_valid():
        new = collecting.collect(form, replaces=old, by=request.user, at=timezone.now())
        messages.success(request, _("Replaced. The earlier one stays readable."))
        return redirect(new)
    context = {
        "form": form,
        "row": _named(old.owner_kind, old.owner_pk),
        "what": what,
        "old": old,
    }
    return render(request, "evidence/gathered/form.html", context)


@once
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    found = _changeable(request, pk)
    form = collecting.WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        gathering.withdraw(found, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, _("Withdrawn. It no longer counts."))
        return redirect(found)
    context = {"form": form, "evidence": found}
    return render(request, "evidence/gathered/withdraw.html", context)


def _evidence(request: StaffRequest, pk: int) -> Evidence:
    found = get_object_or_404(queries.evidence(), pk=pk)
    if not owners.can_read(request.user, found.owner_kind, found.owner_pk):
        raise Http404
    return found


def _changeable(request: StaffRequest, pk: int) -> Evidence:
    found = _evidence(request, pk)
    if not owners.can_add(request.user, found.owner_kind, found.owner_pk):
        raise PermissionDenied
    return found


def _owner(user: User, kind: str, pk: int) -> Model:
    """Return the row evidence is for, when this person may add to it."""
    row = owners.row_of(kind, pk)
    if row is None or not owners.can_read(user, kind, pk):
        raise Http404
    if not owners.can_add(user, kind, pk):
        raise PermissionDenied
    return row


def _form(
    request: StaffRequest,
    owner: Model,
    what: str,
    *,
    replaces: Evidence | None = None,
) -> collecting.EvidenceForm:
    kind = collecting.FORMS.get(what)
    if kind is None:
        raise Http404
    return kind(
        request.POST or None,
        request.FILES or None,
        user=request.user,
        owner=owner,
        replaces=replaces is not None,
        host=request.get_host(),
        initial=collecting.proposed(owner, replaces),
    )


def _named(kind: str, pk: int) -> dict[str, str]:
    owner = owners.owner_of(kind)
    return {"title": owner.title_of(pk), "url": owner.url_of(pk)}


def _slot(request: StaffRequest) -> str:
    slot = request.GET.get("slot", "")
    is_short = slot.isascii() and slot.replace("-", "_").isidentifier()
    return slot if is_short and len(slot) <= _LONGEST_SLOT else ""

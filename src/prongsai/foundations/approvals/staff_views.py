"""The pages of a memo: list, draft, read, answer, pass on, print."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.approvals import (
    actions,
    asking,
    documents,
    permissions,
    presenting,
    queries,
    rows,
    worklist,
)
from prongsai.foundations.approvals.forms import (
    AnswerForm,
    DelegateForm,
    InterestForm,
    MemoForm,
    ReasonForm,
    first_values,
)
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.states import Interest
from prongsai.foundations.submissions.http import once
from prongsai.ui.listing import listing

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _find(request: StaffRequest, pk: int) -> Memo:
    visible = queries.visible_to(request.user, on=timezone.localdate())
    return get_object_or_404(visible, pk=pk)


@require_safe
def memos(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    visible = queries.visible_to(request.user, on=today)
    shown = listing(
        request,
        rows.chosen(visible, request.GET.get("show", ""), request.user, on=today),
        filters=rows.MemoFilters,
        columns=rows.columns(),
        name="memos",
        caption=_("Memoranda"),
    )
    facts = {
        "listing": shown,
        "tabs": rows.tabs(request.GET.get("show", "")),
        "work": worklist.rows(request.user, today),
        "may_draft": permissions.can_draft(request.user, on=today),
    }
    return shown.download or render(request, "approvals/memos.html", facts)


@once
def draft(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    form = MemoForm(
        request.POST or None,
        request.FILES or None,
        initial=first_values(request.user, on=today),
    )
    if request.method == "POST" and form.is_valid():
        made = actions.draft(
            title=form.cleaned_data["title"],
            parts=form.parts,
            heading=form.heading,
            attachments=form.cleaned_data["enclosures"],
            by=request.user,
            at=timezone.now(),
        )
        return redirect(made)
    return render(request, "approvals/form.html", {"form": form, "kind": "draft"})


@require_safe
def memo(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    page = presenting.page_of(found, request.user, on=timezone.localdate())
    return render(request, "approvals/memo.html", {"page": page, "memo": found})


@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    form = MemoForm(request.POST or None, request.FILES or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.edit(
            found,
            form.letter,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The memorandum is saved."))
        return redirect(found)
    facts = {"form": form, "memo": found, "kind": "edit"}
    return render(request, "approvals/form.html", facts)


@require_POST
@once
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    actions.submit(found, by=request.user, at=timezone.now())
    messages.success(request, _("The memorandum is on its way."))
    return redirect(found)


@require_POST
@once
def recall(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    actions.recall(found, by=request.user, at=timezone.now())
    messages.success(request, _("The memorandum is back on your desk."))
    return redirect(found)


@once
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    form = ReasonForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.withdraw(found, reason=reason, by=request.user, at=timezone.now())
        return redirect(found)
    facts = asking.facts_of("withdraw", form, found)
    return render(request, "approvals/deed.html", facts)


@once
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    if found.step is None:
        return redirect(found)
    form = AnswerForm(
        request.POST or None,
        step=found.step,
        initial={
            "seen_step": found.step_id,
            "seen_digest": queries.revisions_of(found)[-1].digest,
        },
    )
    if request.method == "POST" and form.is_valid():
        rows.give_answer(found, form, by=request.user, at=timezone.now())
        messages.success(request, _("Your answer is recorded."))
        return redirect(found)
    page = presenting.page_of(found, request.user, on=timezone.localdate())
    facts = {"form": form, "memo": found, "page": page}
    return render(request, "approvals/answer.html", facts)


@once
def interest(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    form = InterestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.declare_interest(
            found,
            ground=Interest(form.cleaned_data["ground"]),
            note=form.cleaned_data["note"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Recorded. Somebody else will act on it."))
        return redirect("approvals:memos")
    facts = asking.facts_of("interest", form, found)
    return render(request, "approvals/deed.html", facts)


@once
def delegate(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    capacities = queries.passable(found, on=timezone.localdate())
    form = DelegateForm(request.POST or None, capacities=capacities)
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        actions.delegate(found, to=to, by=request.user, at=timezone.now())
        return redirect(found)
    facts = asking.facts_of("delegate", form, found)
    return render(request, "approvals/deed.html", facts)


@once
def skip(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.skip_vacant(found, reason=reason, by=request.user, at=timezone.now())
        return redirect(found)
    facts = asking.facts_of("skip", form, found)
    return render(request, "approvals/deed.html", facts)


@require_POST
@once
def pass_up(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    actions.pass_up(found, by=request.user, at=timezone.now())
    return redirect(found)


@require_POST
@once
def void(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    actions.void(found, by=request.user, at=timezone.now())
    return redirect(found)


@require_safe
def changes(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    pairs = rows.versions_of(found)
    facts = {"memo": found, "pairs": pairs}
    return render(request, "approvals/changes.html", facts)


@require_safe
def check(request: StaffRequest, pk: int, digest: str) -> HttpResponse:
    found = _find(request, pk)
    facts = {
        "memo": found,
        "digest": digest,
        "revision": queries.by_digest(found, digest),
        "holds": queries.is_valid(found),
        "current": queries.revisions_of(found)[-1],
    }
    return render(request, "approvals/check.html", facts)


@require_safe
def as_pdf(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    site = request.build_absolute_uri("/").rstrip("/")
    file = documents.to_pdf(found, site=site, on=timezone.localdate())
    return HttpResponse(file, content_type=PDF, headers=rows.named(found, "pdf"))


@require_safe
def as_docx(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    site = request.build_absolute_uri("/").rstrip("/")
    file = documents.to_docx(found, site=site, on=timezone.localdate())
    return HttpResponse(file, content_type=DOCX, headers=rows.named(found, "docx"))

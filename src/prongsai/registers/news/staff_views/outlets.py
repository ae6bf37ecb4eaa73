"""Posting elsewhere: the outlets an administrator switches, postings of an article."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page
from prongsai.foundations.submissions.http import once
from prongsai.registers.news import tasks
from prongsai.registers.news.actions import posting as actions
from prongsai.registers.news.forms.outlets import OutletForm
from prongsai.registers.news.queries import postings as queries
from prongsai.registers.news.staff_views.articles_finding import (
    articles_trail,
    must_keep_outlets,
    passed_article,
    posting_of,
)
from prongsai.registers.news.staff_views.articles_tables import outlets_table
from prongsai.registers.news.states import OutletKind


@require_safe
def outlets(request: StaffRequest) -> HttpResponse:
    """Where else the office may post, and whether it is switched on."""
    must_keep_outlets(request)
    context = {
        "table": outlets_table(queries.outlets()),
        "trail": articles_trail((_("Posting elsewhere"), "")),
    }
    return render(request, "news/staff/outlets.html", context)


@require_http_methods(["GET", "POST"])
@once
def outlet(request: StaffRequest, kind: str) -> HttpResponse:
    """Switch an outlet on with its token, or change the token."""
    must_keep_outlets(request)
    chosen = _kind(kind)
    row = queries.outlets()[chosen]
    initial = {"page": row.page if row else ""}
    form = OutletForm(request.POST or None, instance=row, initial=initial)
    if request.method == "POST" and form.is_valid():
        version = form.expected_version
        actions.switch_on(
            chosen, form.access, version=version, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Posting is switched on."))
        return redirect("news:outlets")
    back = reverse("news:outlets")
    page = FormPage(
        title=str(chosen.label),
        submit=_("Switch on"),
        back=back,
        trail=articles_trail((_("Posting elsewhere"), back), (str(chosen.label), "")),
        template="news/staff/outlet.html",
    )
    return form_page(
        request, form, page, row=row, off_url=reverse(f"news:outlet_off_{kind}")
    )


@require_POST
@once
def outlet_off(request: StaffRequest, kind: str) -> HttpResponse:
    """Switch an outlet off and forget its token."""
    must_keep_outlets(request)
    chosen = _kind(kind)
    row = queries.outlets()[chosen]
    if row is None:
        raise Http404
    actions.switch_off(chosen, version=row.version, by=request.user, at=timezone.now())
    messages.info(request, _("Posting is switched off; the token is forgotten."))
    return redirect("news:outlets")


@require_POST
@once
def post(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """Post what is published; the work is done in the background."""
    found = passed_article(request, pk)
    posting = actions.ask(found, _kind(kind), by=request.user, at=timezone.now())
    tasks.post.enqueue(posting=posting.pk)
    messages.success(request, _("It will be posted in a moment."))
    return redirect(found)


@require_POST
@once
def settle(request: StaffRequest, pk: int, answer: str) -> HttpResponse:
    """Say whether a posting of unknown end is there; if not, it is tried again."""
    found = posting_of(request, pk)
    is_there = answer == "there"
    settled = actions.settle(
        found, is_there=is_there, by=request.user, at=timezone.now()
    )
    if not is_there:
        tasks.post.enqueue(posting=settled.pk)
    messages.success(request, _("Saved."))
    return redirect(found.article)


def _kind(kind: str) -> OutletKind:
    if kind not in OutletKind.values:
        raise Http404
    return OutletKind(kind)

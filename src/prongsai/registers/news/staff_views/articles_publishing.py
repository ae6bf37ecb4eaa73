"""Let an article through, now or on a day; put it on top; take it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.news.actions import publishing as actions
from prongsai.registers.news.forms import articles as forms
from prongsai.registers.news.models import Article
from prongsai.registers.news.queries import checking
from prongsai.registers.news.staff_views.articles_finding import (
    deed_page,
    passed_article,
    withdrawn_article,
)


@require_http_methods(["GET", "POST"])
@once
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    """Make it public as it is now."""
    found = passed_article(request, pk)
    form = forms.PassingForm(
        request.POST if request.method == "POST" else None,
        warns=_warns(found),
        corrects=_corrects(found),
    )
    if request.method == "POST" and form.is_valid():
        version = actions.publish(
            found, form.passing, by=request.user, at=timezone.now()
        )
        words = _("Published, version %(number)d.") % {"number": version.number}
        messages.success(request, words)
        return redirect(found)
    page = deed_page(found, _("Publish"), _("Publish now"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def schedule(request: StaffRequest, pk: int) -> HttpResponse:
    """Let it become public by itself on a day."""
    found = passed_article(request, pk)
    form = forms.ScheduleForm(
        request.POST if request.method == "POST" else None,
        warns=_warns(found),
        corrects=_corrects(found),
    )
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["publish_on"]
        actions.schedule(
            found, form.passing, on=day, by=request.user, at=timezone.now()
        )
        messages.success(request, _("It will be published by itself."))
        return redirect(found)
    page = deed_page(found, _("Publish on a day"), _("Set the day"))
    return form_page(request, form, page)


@require_POST
@once
def unschedule(request: StaffRequest, pk: int) -> HttpResponse:
    """Let it wait for a person again."""
    found = passed_article(request, pk)
    actions.unschedule(found, by=request.user, at=timezone.now())
    messages.success(request, _("It is a draft again."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def pin(request: StaffRequest, pk: int) -> HttpResponse:
    """Put it on top of the lists, or take it down."""
    found = passed_article(request, pk)
    form = forms.PinForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.pin(
            found,
            until=form.cleaned_data["pinned_until"],
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(found)
    page = deed_page(found, _("On top of the lists"), _("Save"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take it back from the public, with a reason."""
    found = withdrawn_article(request, pk)
    form = forms.WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.withdraw(
            found,
            reason_th=said["reason_th"],
            reason_en=said["reason_en"],
            by=request.user,
            at=timezone.now(),
        )
        messages.info(request, _("The article is withdrawn. Its address says why."))
        return redirect(found)
    page = deed_page(found, _("Withdraw"), _("Withdraw the article"))
    return form_page(request, form, page)


def _warns(article: Article) -> bool:
    found = checking.problems(article, on=today())
    return checking.count(found, checking.Weight.WARNING) > 0


def _corrects(article: Article) -> bool:
    return article.published_id is not None

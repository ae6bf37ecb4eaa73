"""Articles: the list, writing, one article with its self-check."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.news import permissions
from prongsai.registers.news.actions import publishing, writing
from prongsai.registers.news.filters import ArticleFilters
from prongsai.registers.news.forms import articles as forms
from prongsai.registers.news.queries import articles as queries
from prongsai.registers.news.staff_views.articles_finding import (
    article_of,
    articles_trail,
    deed_page,
    edited_article,
    edited_photo,
)
from prongsai.registers.news.staff_views.articles_page import article_context
from prongsai.registers.news.staff_views.articles_tables import ARTICLE_COLUMNS
from prongsai.ui.listing import listing


@require_safe
def articles(request: StaffRequest) -> HttpResponse:
    """Every article of the office."""
    found = listing(
        request,
        queries.visible_to(request.user),
        filters=ArticleFilters,
        columns=ARTICLE_COLUMNS,
        sort="-happened_on",
        name="articles",
        caption=_("News"),
        empty=_("No article yet."),
    )
    context = {
        "listing": found,
        "keeps_outlets": permissions.can_keep_outlets(request.user, today()),
        "trail": articles_trail(),
    }
    return found.download or render(request, "news/staff/articles.html", context)


@require_http_methods(["GET", "POST"])
@once
def new(request: StaffRequest) -> HttpResponse:
    """A new article."""
    form = forms.ArticleForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = writing.draft(form.article, by=request.user, at=timezone.now())
        messages.success(request, _("The draft is saved. Look at the checks below."))
        return redirect(made)
    trail = articles_trail((_("Write an article"), ""))
    page = FormPage(
        title=_("Write an article"),
        submit=_("Save the draft"),
        trail=trail,
        back=trail[0][1],
    )
    return form_page(request, form, page)


@require_safe
def article(request: StaffRequest, pk: int) -> HttpResponse:
    """One article: what it says, what the self-check finds, what can be done."""
    found = article_of(request, pk)
    context = article_context(request.user, found, on=today())
    return render(request, "news/staff/article.html", context)


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Write it further."""
    found = edited_article(request, pk)
    form = forms.ArticleForm(
        request.POST or None, request.FILES or None, instance=found
    )
    if request.method == "POST" and form.is_valid():
        version = form.expected_version
        writing.edit(
            found, form.article, version=version, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Saved."))
        return redirect(found)
    page = deed_page(found, _("Write further"), _("Save"))
    return form_page(request, form, page)


@require_POST
@once
def hand_in(request: StaffRequest, pk: int) -> HttpResponse:
    """Tell those who publish."""
    found = edited_article(request, pk)
    publishing.hand_in(found, by=request.user, at=timezone.now())
    messages.success(request, _("Those who publish it are told."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def photos(request: StaffRequest, pk: int) -> HttpResponse:
    """More photos."""
    found = edited_article(request, pk)
    form = forms.PhotosForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        received = form.cleaned_data["photos"]
        writing.add_photos(found, received, by=request.user, at=timezone.now())
        messages.success(request, _("Now say what each photo shows."))
        return redirect(found)
    page = deed_page(found, _("Add photos"), _("Add the photos"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def photo(request: StaffRequest, pk: int) -> HttpResponse:
    """What a photo shows."""
    found = edited_photo(request, pk)
    form = forms.PhotoForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        version = form.expected_version
        writing.describe(
            found, form.words, version=version, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Saved."))
        return redirect(found.article)
    page = deed_page(
        found.article, _("What the photo shows"), _("Save"), lead=found.file.name
    )
    template = "news/staff/photo.html"
    shown = FormPage(**{**vars(page), "template": template})
    return form_page(request, form, shown, photo=found)


@require_POST
@once
def photo_remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a photo out."""
    found = edited_photo(request, pk)
    writing.remove(found, by=request.user, at=timezone.now())
    messages.success(request, _("The photo is removed."))
    return redirect(found.article)

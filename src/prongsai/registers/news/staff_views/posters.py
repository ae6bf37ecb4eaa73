"""Posters: list, writing, page with preview, printing; the notice of an article."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
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
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.news import permissions
from prongsai.registers.news.actions import posters as actions
from prongsai.registers.news.documents import notices, squares
from prongsai.registers.news.documents import posters as printing
from prongsai.registers.news.forms.poster_filters import PosterFilters
from prongsai.registers.news.forms.posters import PosterForm
from prongsai.registers.news.models.poster_contents import Subject
from prongsai.registers.news.queries import posters as queries
from prongsai.registers.news.queries.senders import sender_of
from prongsai.registers.news.staff_views.poster_page import (
    POSTER_COLUMNS,
    article_of,
    edit_page,
    new_deeds,
    new_page,
    notice_from,
    poster_context,
    poster_of,
    posters_trail,
    sheet_of,
    subject_of,
)
from prongsai.ui.listing import listing

_TYPES = {"pdf": "application/pdf", "png": "image/png"}


@require_safe
def posters(request: StaffRequest) -> HttpResponse:
    """Every poster of the office."""
    found = listing(
        request,
        queries.visible_to(request.user),
        filters=PosterFilters,
        columns=POSTER_COLUMNS,
        sort="-pk",
        name="posters",
        caption=_("Posters"),
        empty=_("There is no poster yet. Choose above what one should be about."),
    )
    can_make = permissions.can_make_posters(request.user, today())
    context = {
        "listing": found,
        "subjects": new_deeds() if can_make else [],
        "trail": posters_trail(),
    }
    return found.download or render(request, "news/staff/posters.html", context)


@require_http_methods(["GET", "POST"])
@once
def new(request: StaffRequest) -> HttpResponse:
    """Fill in a poster of the subject in the address."""
    subject = subject_of(request)
    if not permissions.can_make_posters(request.user, today()):
        raise PermissionDenied
    form = PosterForm(
        request.POST or None,
        subject=subject,
        sender=sender_of(request.organisation),
        initial={"fiscal_year": fiscal_year_of(today())},
    )
    if request.method == "POST" and form.is_valid():
        made = actions.make(form.draft, by=request.user, at=timezone.now())
        messages.success(request, _("The poster is made."))
        return redirect(made)
    return form_page(request, form, new_page(subject))


@require_safe
def poster(request: StaffRequest, pk: int) -> HttpResponse:
    """How it looks, what it says, and the files to print."""
    found = poster_of(request, pk)
    context = poster_context(request.user, found, on=today())
    return render(request, "news/staff/poster.html", context)


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what it says or how it looks."""
    found = poster_of(request, pk)
    if not permissions.can_change_poster(request.user, found, today()):
        raise PermissionDenied
    form = PosterForm(
        request.POST or None,
        subject=Subject(found.subject),
        sender=sender_of(request.organisation),
        instance=found,
    )
    if request.method == "POST" and form.is_valid():
        version = form.expected_version
        actions.change(
            found, form.draft, version=version, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Saved."))
        return redirect(found)
    return form_page(request, form, edit_page(found))


@require_POST
@once
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Remove it."""
    found = poster_of(request, pk)
    actions.remove(found, by=request.user, at=timezone.now())
    messages.info(request, _("The poster is removed."))
    return redirect("news:posters")


@require_safe
def printed(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """The sheet itself: PDF to print, PNG for screens."""
    found = poster_of(request, pk)
    write = printing.pdf if ending == "pdf" else printing.png
    changed = timezone.localdate(found.changed_at or found.made_at)
    content = write(sheet_of(found), sender_of(request.organisation), on=changed)
    response = HttpResponse(content, content_type=_TYPES[ending])
    way = "attachment" if "save" in request.GET else "inline"
    name = f"poster-{found.pk}.{ending}"
    response.headers["Content-Disposition"] = f'{way}; filename="{name}"'
    return response


@require_safe
def notice(request: StaffRequest, pk: int) -> HttpResponse:
    """An article as a notice to put up, with a QR code to its page."""
    found = article_of(request, pk)
    sender = sender_of(request.organisation)
    made = notice_from(found, site=sender.site)
    content = notices.notice_of(made, sender, on=made.day)
    response = HttpResponse(content, content_type=_TYPES["pdf"])
    response.headers["Content-Disposition"] = f'inline; filename="notice-{pk}.pdf"'
    return response


@require_safe
def square(request: StaffRequest, pk: int) -> HttpResponse:
    """An article as a square picture to be sent around."""
    found = article_of(request, pk)
    sender = sender_of(request.organisation)
    made = notice_from(found, site=sender.site)
    kind = str(found.get_category_display())
    content = squares.square_of(made, sender, kind=kind)
    response = HttpResponse(content, content_type=_TYPES["png"])
    response.headers["Content-Disposition"] = f'inline; filename="news-{pk}.png"'
    return response

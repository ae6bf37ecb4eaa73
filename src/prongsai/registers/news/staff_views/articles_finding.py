"""What the pages of articles have in common: find the row, ask, words around a form."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, Trail, today
from prongsai.registers.news import permissions
from prongsai.registers.news.models import Article, Photo, Posting
from prongsai.registers.news.queries import articles as queries
from prongsai.registers.news.queries import postings


def article_of(request: StaffRequest, pk: int) -> Article:
    """Return an article of this person's office, or answer 404."""
    return get_object_or_404(queries.visible_to(request.user), pk=pk)


def edited_article(request: StaffRequest, pk: int) -> Article:
    """Return an article this person writes, or answer 404 or 403."""
    found = article_of(request, pk)
    _must(permissions.can_edit(request.user, found, today()))
    return found


def passed_article(request: StaffRequest, pk: int) -> Article:
    """Return an article this person publishes, or answer 404 or 403."""
    found = article_of(request, pk)
    _must(permissions.can_publish(request.user, found, today()))
    return found


def withdrawn_article(request: StaffRequest, pk: int) -> Article:
    """Return an article this person may take back, or answer 404 or 403."""
    found = article_of(request, pk)
    _must(permissions.can_withdraw(request.user, today()))
    return found


def edited_photo(request: StaffRequest, pk: int) -> Photo:
    """Return a photo of an article this person writes, or answer 404 or 403."""
    found = get_object_or_404(queries.photos_of(request.user), pk=pk)
    _must(permissions.can_edit(request.user, found.article, today()))
    return found


def posting_of(request: StaffRequest, pk: int) -> Posting:
    """Return a posting this person may settle, or answer 404 or 403."""
    found = get_object_or_404(postings.visible_to(request.user), pk=pk)
    _must(permissions.can_post(request.user, found.article, today()))
    return found


def must_keep_outlets(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not switch posting on and off."""
    _must(permissions.can_keep_outlets(request.user, today()))


def articles_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of articles to this page."""
    return [(_("News"), reverse("news:articles")), *more]


def deed_page(article: Article, title: str, submit: str, *, lead: str = "") -> FormPage:
    """Return the words of a page that does something with an article."""
    back = article.get_absolute_url()
    trail = articles_trail((str(article), back), (title, ""))
    return FormPage(
        title=title, submit=submit, back=back, trail=trail, lead=lead or str(article)
    )


def _must(may: bool) -> None:  # noqa: FBT001  # an answer, not a switch
    if not may:
        raise PermissionDenied

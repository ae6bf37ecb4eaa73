"""Atom: the newest articles, for whoever follows the office with a reader."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications.page_cache import public_page
from prongsai.registers.news.models import Listed
from prongsai.registers.news.queries import public as queries


class News(Feed[Listed, OfficeRequest]):
    """The newest articles, each with its summary."""

    feed_type = Atom1Feed
    link = "/news/"

    def get_object(  # type: ignore[override]  # the middleware gives every request an office
        self, request: OfficeRequest, *_args: object
    ) -> OfficeRequest:
        """Return the request: the office whose name the feed carries."""
        return request

    def title(self, request: OfficeRequest) -> str:
        """Return the name of the feed."""
        return ": ".join((_("News"), str(request.organisation)))

    def author_name(self, request: OfficeRequest) -> str:
        """Return whose the feed is."""
        return str(request.organisation)

    def items(self) -> list[Listed]:
        """Return the entries."""
        return queries.newest(on=timezone.localdate())

    def item_title(self, item: Listed) -> str:
        """Return the title in the reader's language."""
        return item.version.title

    def item_description(self, item: Listed) -> str:
        """Return the summary."""
        return queries.teasers([item])[0].summary

    def item_link(self, item: Listed) -> str:
        """Return the address that stays."""
        return item.version.publication.get_absolute_url()

    def item_pubdate(self, item: Listed) -> datetime:
        """Return when it was first published."""
        return item.first_published_at

    def item_updateddate(self, item: Listed) -> datetime:
        """Return when it was last corrected."""
        return item.version.published_at

    def item_categories(self, item: Listed) -> list[str]:
        """Return its category."""
        return [str(item.get_category_display())]


_NEWS = News()


@require_safe
@public_page
def feed(request: OfficeRequest) -> HttpResponse:
    """The feed itself."""
    return _NEWS(request)

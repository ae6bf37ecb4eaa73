"""Atom: what was published last, of everything or of the assessment alone."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations import queries as offices
from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications import queries
from prongsai.foundations.publications.models import Version
from prongsai.foundations.publications.page_cache import public_page

_MOST = 50


class Published(Feed[Version, Organisation]):
    """What stands under an address, the last published first."""

    feed_type = Atom1Feed
    start = ""
    link = "/published/"

    def get_object(
        self,
        request: HttpRequest,  # noqa: ARG002  # Django's
        *args: object,  # noqa: ARG002
        **kwargs: object,  # noqa: ARG002
    ) -> Organisation:
        """Return whose the feed is: the office of the address it was asked at."""
        return offices.current_office()

    def title(self, office: Organisation) -> str:
        """Return the name of the feed."""
        return ": ".join((_("What is published"), str(office)))

    def author_name(self, office: Organisation) -> str:
        """Return whose the feed is."""
        return str(office)

    def items(self) -> QuerySet[Version]:
        """Return the entries."""
        return queries.newest_under(self.start)[:_MOST]

    def item_title(self, item: Version) -> str:
        """Return what is published."""
        return item.title

    def item_description(self, item: Version) -> str:
        """Return what changed."""
        words = _("Version %(number)s") % {"number": item.number}
        return f"{words}: {item.note}" if item.note else words

    def item_link(self, item: Version) -> str:
        """Return the page of this version."""
        return item.get_absolute_url()

    def item_guid(self, item: Version) -> str:
        """Return what stays the same when a newer version corrects an entry."""
        place = f"{item.organisation_id}:{item.publication.address}"
        return uuid5(NAMESPACE_URL, place).urn

    def item_pubdate(self, item: Version) -> datetime:
        """Return when it was first published."""
        first: datetime = getattr(item, "first_published", item.published_at)
        return first

    def item_updateddate(self, item: Version) -> datetime:
        """Return when this version was published; a version never changes."""
        return item.published_at


class Assessment(Published):
    """What is published for the assessment."""

    start = "ita/"
    link = "/ita/"

    def title(self, office: Organisation) -> str:
        """Return the name of the feed."""
        return ": ".join((_("Public data for the assessment (ITA)"), str(office)))


_EVERYTHING, _ASSESSMENT = Published(), Assessment()


@require_safe
@public_page
def everything(request: OfficeRequest) -> HttpResponse:
    return _EVERYTHING(request)


@require_safe
@public_page
def assessment(request: OfficeRequest) -> HttpResponse:
    return _ASSESSMENT(request)

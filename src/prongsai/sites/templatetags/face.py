"""What the shell of the public site shows: the menu, what others show of a page."""

from django.template import Library, RequestContext
from django.urls import reverse

from prongsai.foundations.publications.models import Publication
from prongsai.sites.public import menu

register = Library()


@register.simple_tag(takes_context=True)
def main_menu(context: RequestContext) -> list[menu.Entry]:
    """Return the entries of the public menu for this page."""
    return menu.entries(getattr(context.get("request"), "path", ""))


@register.simple_tag(takes_context=True)
def canonical(context: RequestContext) -> str:
    """Return the one address of what this page shows, with the name of the site."""
    publication = context.get("publication")
    request = context["request"]
    path = request.path
    if isinstance(publication, Publication):
        path = publication.get_absolute_url()
    return str(request.build_absolute_uri(path))


@register.simple_tag(takes_context=True)
def absolute(context: RequestContext, path: str) -> str:
    """Return an address with the name of the site."""
    return str(context["request"].build_absolute_uri(path))


@register.simple_tag(takes_context=True)
def card(context: RequestContext) -> str:
    """Return where the picture is that others show beside a link to this page."""
    publication = context.get("publication")
    if isinstance(publication, Publication):
        return reverse("publications_public:card", args=[publication.address])
    return reverse("publications_public:card_home")

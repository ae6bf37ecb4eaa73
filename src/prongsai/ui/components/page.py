"""What stands around every page: theme, language, text size, the way back."""

from collections.abc import Iterable

from django.template import Library, RequestContext
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from prongsai.ui import stylesheet as sheets
from prongsai.ui.colours import DEFAULT, is_colour

register = Library()

SIZES = ("1", "2", "3")
"""The three sizes of text: normal, larger, largest."""

SIZE_COOKIE = "text_size"


@register.simple_tag(takes_context=True)
def theme_colour(context: RequestContext) -> str:
    """Return the six digits of the office's colour."""
    office = getattr(context.get("request"), "organisation", None)
    colour = getattr(office, "colour", DEFAULT)
    return (colour if is_colour(colour) else DEFAULT).removeprefix("#")


@register.simple_tag
def stylesheet(colour: str) -> str:
    """Return the address of the stylesheet for an office's colour."""
    return reverse("stylesheet", args=[sheets.digest(), colour])


@register.simple_tag(takes_context=True)
def chosen_size(context: RequestContext) -> str:
    """Return the size of text the reader chose."""
    cookies = getattr(context.get("request"), "COOKIES", {})
    size = cookies.get(SIZE_COOKIE, "1")
    return size if size in SIZES else "1"


@register.simple_block_tag(takes_context=True)
def remember(context: RequestContext, content: str, name: str) -> str:
    """Show what is inside, and keep it for further down: a block is drawn only once."""
    context.render_context[f"remembered {name}"] = content.strip()
    return content


@register.simple_tag(takes_context=True)
def remembered(context: RequestContext, name: str) -> SafeString:
    """Return what was drawn under this name; it was escaped then."""
    found = context.render_context.get(f"remembered {name}")
    return mark_safe(found or "")  # noqa: S308  # a template drew it


@register.simple_tag
def page_language() -> str:
    """Return the language this page is written in."""
    return "en" if get_language() == "en" else "th"


@register.inclusion_tag("ui/components/language_switch.html", takes_context=True)
def language_switch(context: RequestContext) -> dict[str, object]:
    """Draw the choice between Thai and English."""
    return {"path": _here(context), "current": page_language()}


@register.inclusion_tag("ui/components/text_size.html", takes_context=True)
def text_size(context: RequestContext) -> dict[str, object]:
    """Draw the choice between three sizes of text."""
    return {"path": _here(context), "current": chosen_size(context)}


@register.inclusion_tag("ui/components/breadcrumbs.html")
def breadcrumbs(trail: Iterable[tuple[str, str]], label: str = "") -> dict[str, object]:
    """Draw the way back: pairs of a label and an address, the last one is this page."""
    return {"trail": list(trail or ()), "label": label}


def _here(context: RequestContext) -> str:
    request = context.get("request")
    return request.get_full_path() if request is not None else "/"

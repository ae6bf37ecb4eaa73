"""Buttons: a link, a submit, and a whole form of one button."""

from uuid import uuid4

from django.template import Library
from django.utils.html import format_html
from django.utils.safestring import SafeString

from prongsai.ui.icons import path_of

register = Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon; it is decoration, the word stands beside it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        '<path d="{}"/></svg>',
        path_of(name),
    )


@register.inclusion_tag("ui/components/button.html")
def button(
    label: str, href: str = "", *, kind: str = "primary", icon: str = ""
) -> dict[str, object]:
    """Draw a link that looks like what it does: a way to the next page."""
    return {"label": label, "href": href, "kind": kind, "icon": icon}


@register.inclusion_tag("ui/components/submit.html")
def submit(
    label: str,
    *,
    kind: str = "primary",
    name: str = "",
    value: str = "",
    icon: str = "",
) -> dict[str, object]:
    """Draw the button that sends a form."""
    return {"label": label, "kind": kind, "name": name, "value": value, "icon": icon}


@register.inclusion_tag("ui/components/post.html")
def post(
    url: str,
    label: str,
    *,
    kind: str = "",
    confirm: str = "",
    icon: str = "",
    **hidden: object,
) -> dict[str, object]:
    """Draw a form of one button; ``confirm`` asks first, other names become hidden fields."""
    return {
        "url": url,
        "label": label,
        "kind": kind or "secondary",
        "confirm": confirm,
        "icon": icon,
        "hidden": hidden,
        "submission": uuid4(),
        "dialog": f"confirm-{uuid4().hex[:8]}",
    }

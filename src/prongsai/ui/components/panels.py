"""Parts of a page: cards, facts, timelines, steppers, tabs, dialogs."""

from collections.abc import Iterable, Sequence

from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from prongsai.ui.steps import Step
from prongsai.ui.tabs import Tab
from prongsai.ui.timeline import Moment

register = Library()

STEP_ICONS = {"done": "check", "failed": "close"}


@register.simple_block_tag
def card(
    content: str, title: str = "", href: str = "", *, level: int = 2, icon: str = ""
) -> SafeString:
    """Draw a part of a page with its own title; ``href`` makes the title a link."""
    facts = {
        "content": content,
        "title": title,
        "href": href,
        "level": min(max(int(level), 2), 4),
        "icon": icon,
    }
    return render_to_string("ui/components/card.html", facts)


@register.inclusion_tag("ui/components/facts.html")
def facts(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Draw labels and their values."""
    return {"pairs": list(pairs or ())}


@register.inclusion_tag("ui/components/timeline.html")
def timeline(events: Iterable[Moment]) -> dict[str, object]:
    """Draw what happened, in the order given."""
    return {"events": list(events or ())}


@register.inclusion_tag("ui/components/stepper.html")
def stepper(steps: Sequence[Step], label: str = "") -> dict[str, object]:
    """Draw the steps of a piece of work and where it stands."""
    rows = [
        {"step": step, "number": number, "icon": STEP_ICONS.get(step.state, "")}
        for number, step in enumerate(steps or (), 1)
    ]
    return {"rows": rows, "label": label}


@register.inclusion_tag("ui/components/tabs.html")
def tabs(items: Sequence[Tab], label: str = "") -> dict[str, object]:
    """Draw links to pages that belong together."""
    return {"items": items, "label": label}


@register.simple_block_tag
def dialog(  # noqa: PLR0917  # the order of the brief: id, title, button
    content: str,
    id: str,  # noqa: A002  # what HTML calls it
    title: str,
    button: str,
    *,
    kind: str = "secondary",
    icon: str = "",
) -> SafeString:
    """Draw a button and the dialog it opens; opens without JavaScript too."""
    facts = {
        "content": content,
        "id": id,
        "title": title,
        "button": button,
        "kind": kind,
        "icon": icon,
    }
    return render_to_string("ui/components/dialog.html", facts)

"""How things stand: badges, alerts, progress, nothing there yet."""

from django.contrib.messages import constants
from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = Library()

TONES = {"plain": "dot", "info": "info", "ok": "ok", "warn": "warn", "bad": "bad"}
"""Every tone has its icon, so that no status is told by colour alone."""

MESSAGE_TONES = {
    constants.DEBUG: "plain",
    constants.INFO: "info",
    constants.SUCCESS: "ok",
    constants.WARNING: "warn",
    constants.ERROR: "bad",
}


def _tone(name: str) -> dict[str, object]:
    tone = name if name in TONES else "plain"
    return {"tone": tone, "icon": TONES[tone]}


@register.inclusion_tag("ui/components/badge.html")
def badge(label: str, tone: str = "plain") -> dict[str, object]:
    """Draw a status: a word, an icon and a colour."""
    return {"label": label, **_tone(tone)}


@register.simple_block_tag
def alert(content: str, tone: str = "info", title: str = "") -> SafeString:
    """Draw a notice that stands out from the text."""
    facts = {"content": content, "title": title, **_tone(tone)}
    return render_to_string("ui/components/alert.html", facts)


@register.inclusion_tag("ui/components/notice.html")
def notice(message: object) -> dict[str, object]:
    """Draw one of Django's messages."""
    level = getattr(message, "level", constants.INFO)
    return {"message": message, **_tone(MESSAGE_TONES.get(level, "info"))}


@register.inclusion_tag("ui/components/progress.html")
def progress(value: float, of: float, label: str = "") -> dict[str, object]:
    """Draw how much of something is done."""
    part = min(max(value, 0), of)
    percent = round(100 * part / of) if of else 0
    return {
        "value": value,
        "of": of,
        "part": part,
        "label": label,
        "percent": percent,
        "text": f"{value} / {of}",
    }


@register.simple_block_tag
def empty(content: str, title: str, icon: str = "box") -> SafeString:
    """Draw what stands where nothing is yet: what to do first."""
    facts = {"content": content, "title": title, "icon": icon}
    return render_to_string("ui/components/empty.html", facts)

"""Forms: one field, a whole form, and the hidden fields every form carries."""

from uuid import uuid4

from django.forms import BaseForm, BoundField
from django.template import Library
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from prongsai.ui.forms import problems_of

register = Library()


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """Draw a field with its label, help and errors."""
    return bound.as_field_group()


@register.inclusion_tag("ui/components/form.html")
def form(
    form: BaseForm,
    submit: str = "",
    *,
    action: str = "",
    kind: str = "primary",
    back: str = "",
    draft: bool = True,
) -> dict[str, object]:
    """Draw a whole form.

    ``back`` is where "Cancel" leads; ``draft=False`` keeps nothing of what is typed in
    the browser, for forms that must not be found on a shared machine.
    """
    return {
        "submit": submit or _("Save"),
        "action": action,
        "kind": kind or "primary",
        "back": back,
        "draft": draft,
        **_sealed(form),
    }


@register.inclusion_tag("ui/components/hidden_fields.html")
def hidden_fields(form: BaseForm | None = None) -> dict[str, object]:
    """Draw what every form that posts must carry, for a form written by hand."""
    return _sealed(form)


@register.inclusion_tag("ui/components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """Draw all errors of a form with links to their fields, for a form written by hand."""
    return _sealed(form)


def _sealed(form: BaseForm | None) -> dict[str, object]:
    version = getattr(getattr(form, "instance", None), "version", None)
    return {
        "form": form,
        "problems": problems_of(form) if form is not None and form.is_bound else [],
        "submission": getattr(form, "submission", None) or uuid4(),
        "version": getattr(form, "version", version),
    }

"""The form field for rich text: an editor where scripts run, a plain field elsewhere.

The script and the style sheet of the editor are files of ours, loaded beside the field;
nothing of them stands in the page itself, as our content security policy demands.
"""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.publications import prose

_LONGEST = 60_000


@dataclass(frozen=True, kw_only=True)
class Tool:
    """One button above the text: what it does, its word, whether only in a table."""

    deed: str
    label: LazyText
    toggles: bool = True
    in_table: bool = False


TOOLS = (
    Tool(deed="bold", label=_("Bold")),
    Tool(deed="italic", label=_("Italic")),
    Tool(deed="heading", label=_("Heading")),
    Tool(deed="subheading", label=_("Smaller heading")),
    Tool(deed="bullets", label=_("List")),
    Tool(deed="numbers", label=_("Numbered list")),
    Tool(deed="quote", label=_("Quotation")),
    Tool(deed="link", label=_("Link")),
    Tool(deed="table", label=_("Table"), toggles=False),
    Tool(deed="addRowAfter", label=_("Add a row"), toggles=False, in_table=True),
    Tool(deed="addColumnAfter", label=_("Add a column"), toggles=False, in_table=True),
    Tool(deed="deleteRow", label=_("Remove the row"), toggles=False, in_table=True),
    Tool(
        deed="deleteColumn", label=_("Remove the column"), toggles=False, in_table=True
    ),
    Tool(deed="deleteTable", label=_("Remove the table"), toggles=False, in_table=True),
    Tool(deed="undo", label=_("Undo"), toggles=False),
    Tool(deed="redo", label=_("Redo"), toggles=False),
)


class ProseEditor(forms.Textarea):
    """A text field with the editor's buttons, which stay hidden without scripts."""

    template_name = "publications/prose_field.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 12} | (attrs or {}))

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Add the buttons."""
        return super().get_context(name, value, attrs) | {"tools": TOOLS}

    def use_required_attribute(self, _initial: Any) -> bool:
        """Never: the browser cannot point at a field that the editor stands for."""
        return False


class ProseField(forms.CharField):
    """Rich text, cleaned; text typed without the editor becomes paragraphs."""

    widget = ProseEditor
    default_error_messages = {
        "too_long_markup": _(
            "This text is too long. Please shorten it or attach a file."
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", _LONGEST)
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Set no limit in the browser: it would count what only the editor writes."""
        attrs = dict(super().widget_attrs(widget))
        attrs.pop("maxlength", None)
        return attrs

    def to_python(self, value: Any) -> str:
        """Return safe markup; refuse what is too long to be read."""
        text = super().to_python(value) or ""
        if len(text) > prose.LONGEST:
            raise ValidationError(
                self.error_messages["too_long_markup"], code="too_long_markup"
            )
        return prose.clean(prose.from_plain(text))

"""What a decision about an edition is bound to, as the readers of its memo are told."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from prongsai.foundations.approvals.subjects import InWords

_LABELS: Mapping[str, str | Promise] = {
    "item": pgettext_lazy("disclosure", "Item"),
    "year": gettext_lazy("Fiscal year"),
    "digest": gettext_lazy("Digest"),
    "dropped": gettext_lazy("Changed since it was proposed"),
}


def wording_of(content: Mapping[str, object]) -> InWords:  # noqa: ARG001  # the contract
    """Return how the parts of a content are said."""
    return _in_words


def _in_words(path: Sequence[str], text: str) -> tuple[str, str]:
    name = path[-1] if path else ""
    if name == "dropped":
        text = _("yes") if text.strip().lower() in {"true", "1"} else _("no")
    return str(_LABELS.get(name, name)), text

"""What the pages say that ask for a word before a deed."""

from dataclasses import dataclass

from django.forms import BaseForm
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.approvals.models import Memo

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Ask:
    """The heading of a page, what it explains, its button and how grave it is."""

    heading: Words
    explanation: Words
    submit: Words
    tone: str = "primary"


ASKS = {
    "withdraw": Ask(
        heading=_("Withdraw the memorandum"),
        explanation=_(
            "It is given up for good. Its number stays in the register and is void."
        ),
        submit=_("Withdraw for good"),
        tone="danger",
    ),
    "interest": Ask(
        heading=_("Declare an interest"),
        explanation=_(
            "Sections 13 and 16: whoever has an interest does not decide. The matter "
            "goes to whoever acts for the post by an order, or up the chain. Your "
            "declaration is recorded and cannot be taken back."
        ),
        submit=_("Declare and step aside"),
    ),
    "delegate": Ask(
        heading=_("Leave it to somebody else"),
        explanation=_(
            "Only people with the same post, or with an order to act in it, can be "
            "chosen. You can take it back until they have answered."
        ),
        submit=_("Leave it to them"),
    ),
    "skip": Ask(
        heading=_("Pass over the vacant step"),
        explanation=_(
            "The post is vacant and nobody acts for it. The reason is printed in the "
            "memorandum."
        ),
        submit=_("Pass over this step"),
    ),
    "paper": Ask(
        heading=_("Record a decision on paper"),
        explanation=_(
            "Print the memorandum, have it signed, scan it, and enter what stands on "
            "it. A second person compares and confirms; then it counts."
        ),
        submit=pgettext_lazy("memo", "Record"),
    ),
}


def facts_of(kind: str, form: BaseForm, memo: Memo) -> dict[str, object]:
    """Return what the page of a deed needs."""
    ask = ASKS[kind]
    return {
        "form": form,
        "memo": memo,
        "heading": ask.heading,
        "explanation": ask.explanation,
        "submit": ask.submit,
        "tone": ask.tone,
    }

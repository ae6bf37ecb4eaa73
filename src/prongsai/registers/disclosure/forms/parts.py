"""Forms of the parts of an item, one for each kind; what is wrong is said at its field."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.files.forms import FilesField, SheetField
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.rules import MEGABYTE, FileRules
from prongsai.foundations.publications.prose_fields import ProseField
from prongsai.ita.errors import ItaError
from prongsai.ita.words.catalogue import speak
from prongsai.registers.disclosure.actions import drafts
from prongsai.registers.disclosure.actions.drafts import PartDraft
from prongsai.registers.disclosure.models import Item, Part, TableUpload
from prongsai.registers.disclosure.queries import defaults
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.queries.tables import LIMITS
from prongsai.registers.disclosure.states import PartKind
from prongsai.ui.fields import ThaiDateField, ThaiIntegerField
from prongsai.ui.forms import Form

_RULES = FileRules(
    types=("pdf", "xlsx", "docx", "csv", "image"),
    max_bytes=30 * MEGABYTE,
    max_count=10,
)
_PLACES = {
    "disclosing.alt-missing": "alt_th",
    "disclosing.bad-address": "url",
    "disclosing.christian-year": "data_year",
    "disclosing.keys-not-asked": "keys",
    "disclosing.not-publishable": "documents",
    "disclosing.one-picture": "documents",
    "disclosing.period-backwards": "ends_on",
    "disclosing.period-outside": "ends_on",
    "disclosing.title-missing": "title_th",
    "disclosing.wrong-year": "data_year",
}
"""At which field a problem of a draft is said."""

_EMPTY_AT = ("body_th", "documents")


class PartForm(Form):
    """What every part has: the elements it answers, a heading, the period of the data."""

    kind: PartKind
    keys = forms.MultipleChoiceField(
        required=False,
        label=_("Elements it answers"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick only what this part really shows."),
    )
    title_th = forms.CharField(
        max_length=300, required=False, label=_("Heading in Thai")
    )
    title_en = forms.CharField(
        max_length=300, required=False, label=_("Heading in English")
    )
    data_year = ThaiIntegerField(
        required=False,
        label=_("Fiscal year of the data"),
        help_text=_("In the Buddhist era. Leave empty for what belongs to no year."),
    )
    starts_on = ThaiDateField(required=False, label=_("Covers from"))
    ends_on = ThaiDateField(required=False, label=_("Covers to"))

    dated: ClassVar[tuple[str, ...]] = ("data_year", "starts_on", "ends_on")

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:  # noqa: ANN401  # Django's
        self.item = item
        part = kwargs.get("instance")
        if isinstance(part, Part):
            kwargs["initial"] = part_as_shown(part) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        field = self.fields["keys"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = list(queries.element_words(item).items())
        last = [name for name in self.fields if name not in self.dated]
        self.order_fields([*last, *self.dated])

    @property
    def draft(self) -> PartDraft:
        """What the form says, for the action."""
        names = PartDraft.__dataclass_fields__.keys() & self.cleaned_data.keys()
        said = {name: self.cleaned_data[name] for name in names}
        return PartDraft(**said | {"kind": self.kind})

    @property
    def chosen(self) -> Sequence[StoredFile]:
        """The files the part would have."""
        received = self.cleaned_data.get("documents")
        if received or not isinstance(self.instance, Part):
            return received or ()
        return queries.files_of(self.instance)

    def clean(self) -> dict[str, Any]:
        """Say everything that is wrong with the draft, each at its field."""
        said = super().clean() or {}
        if not self.errors:
            draft = drafts.cleaned(self.draft)
            for problem in drafts.problems_of(draft, item=self.item, files=self.chosen):
                self._say(problem)
        return said

    def _say(self, problem: ItaError) -> None:
        sentence = speak(problem, "en" if get_language() == "en" else "th")
        place = _PLACES.get(problem.code)
        if place is None:
            place = next((name for name in _EMPTY_AT if name in self.fields), None)
        known = place if place in self.fields else None
        self.add_error(known, forms.ValidationError(sentence, code=problem.code))


class TextForm(PartForm):
    """A text, with headings, lists and small tables."""

    kind = PartKind.TEXT
    body_th = ProseField(label=_("Text in Thai"))
    body_en = ProseField(required=False, label=_("Text in English"))


class FilesForm(PartForm):
    """Files: the same document in several formats, or one picture."""

    kind = PartKind.FILES
    documents = FilesField(
        rules=_RULES,
        required=False,
        label=_("Files"),
        help_text=_(
            "A PDF should hold text that can be read and searched, not a scan. New files "
            "take the place of the present ones."
        ),
    )
    alt_th = forms.CharField(
        max_length=300,
        required=False,
        label=_("What the picture shows, in Thai"),
        help_text=_("Needed for a picture only."),
    )
    alt_en = forms.CharField(
        max_length=300, required=False, label=_("What the picture shows, in English")
    )


class LinkForm(PartForm):
    """An address on the web."""

    kind = PartKind.LINK
    url = forms.CharField(
        max_length=500,
        label=pgettext_lazy("web", "Address"),
        help_text=_("It has to open for everybody, without signing in."),
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )


class NothingForm(PartForm):
    """The open statement that there is nothing to report."""

    kind = PartKind.NOTHING
    body_th = forms.CharField(
        label=_("Statement in Thai"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A whole sentence that says of what there is none, and of when."),
    )
    body_en = forms.CharField(
        label=_("Statement in English"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LiveForm(PartForm):
    """Data of a register, asked anew each time the item is published."""

    kind = PartKind.LIVE
    supply = forms.ChoiceField(
        label=_("Register"),
        help_text=_("Tick the elements this register should answer."),
    )
    dated = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's
        super().__init__(*args, **kwargs)
        for name in PartForm.dated:
            del self.fields[name]
        asked = queries.asked_of(self.item)
        found = [] if asked is None else defaults.offers_for(asked)
        field = self.fields["supply"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.key, one.label) for one in found]
        self.order_fields(["supply", "keys"])


class TableForm(PartForm):
    """What is said of a table; its cells come from the spreadsheet."""

    kind = PartKind.TABLE
    title_th = forms.CharField(max_length=300, label=_("Heading in Thai"))

    def __init__(self, *args: Any, table: dict[str, Any], **kwargs: Any) -> None:  # noqa: ANN401  # Django's
        self.table = table
        super().__init__(*args, **kwargs)

    @property
    def draft(self) -> PartDraft:
        """What the form says, with the table."""
        said = super().draft
        return PartDraft(**{**vars(said), "table": self.table})


class TableUploadForm(Form):
    """A spreadsheet whose first row holds the headings."""

    file = SheetField(TableUpload, limits=lambda: LIMITS)


FORMS: dict[PartKind, type[PartForm]] = {
    PartKind.LIVE: LiveForm,
    PartKind.TEXT: TextForm,
    PartKind.FILES: FilesForm,
    PartKind.LINK: LinkForm,
    PartKind.NOTHING: NothingForm,
}
"""The form of each kind; tables are uploaded first."""


def part_as_shown(part: Part) -> dict[str, Any]:
    """Return what the form of a part begins with."""
    names = (
        "keys", "title_th", "title_en", "body_th", "body_en", "supply", "url",
        "alt_th", "alt_en", "data_year", "starts_on", "ends_on",
    )  # fmt: skip
    return {name: getattr(part, name) for name in names}

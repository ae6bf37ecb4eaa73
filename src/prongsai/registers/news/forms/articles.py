"""The forms of an article: writing, photos, publishing, scheduling, withdrawing."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import divisions
from prongsai.foundations.publications.prose_fields import ProseField
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.news.actions.publishing import Passing
from prongsai.registers.news.actions.writing import ArticleDraft, PhotoWords
from prongsai.registers.news.models import Article, Photo
from prongsai.registers.news.queries.articles import is_slug
from prongsai.registers.news.states import Category
from prongsai.ui.fields import ThaiDateField, ThaiIntegerField
from prongsai.ui.forms import Form

PHOTOS = FileRules(types=("image",), max_count=10)
_FIRST_YEAR, _LAST_YEAR = 2500, 2700
_KEPT = (
    "title_th", "title_en", "slug", "category", "fiscal_year", "happened_on",
    "summary_th", "summary_en", "body_th", "body_en", "division", "mission",
    "source_reference", "expires_on", "pinned_until",
)  # fmt: skip


class ArticleForm(Form):
    """Everything an article says, with its photos."""

    title_th = forms.CharField(
        max_length=300, label=pgettext_lazy("article", "Title in Thai")
    )
    title_en = forms.CharField(
        max_length=300,
        required=False,
        label=pgettext_lazy("article", "Title in English"),
    )
    category = forms.ChoiceField(choices=Category.choices, label=_("Category"))
    happened_on = ThaiDateField(label=_("Date of the event or announcement"))
    fiscal_year = ThaiIntegerField(
        min_value=_FIRST_YEAR,
        max_value=_LAST_YEAR,
        label=_("Fiscal year"),
        help_text=_("The year under which the article stands."),
    )
    summary_th = forms.CharField(
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Summary in Thai"),
        help_text=_("One or two sentences for lists and for sharing."),
    )
    body_th = ProseField(
        required=False,
        label=_("Text in Thai"),
        help_text=_("You can paste from Word; fonts and colours stay behind."),
    )
    photos = FilesField(rules=PHOTOS, required=False, label=_("Photos"))
    division = forms.ModelChoiceField(
        queryset=Division.objects.none(),
        required=False,
        label=_("Responsible division"),
    )
    mission = forms.CharField(
        max_length=300,
        required=False,
        label=_("Duty or mission it serves"),
        help_text=_("News without one does not count for the assessment."),
    )
    source_reference = forms.CharField(
        max_length=200,
        required=False,
        label=_("Reference of the memo it rests on"),
    )
    summary_en = forms.CharField(
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Summary in English"),
    )
    body_en = ProseField(required=False, label=_("Text in English"))
    slug = forms.CharField(
        max_length=80,
        required=False,
        label=_("Short name in the address"),
        help_text=_("Small letters, digits and hyphens. Left empty, one is proposed."),
    )
    expires_on = ThaiDateField(
        required=False,
        label=_("In the lists until"),
        help_text=_("Its address stays for good."),
    )
    pinned_until = ThaiDateField(required=False, label=_("On top of the lists until"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        field = self.fields["division"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = divisions().filter(is_active=True)
        row, today = self.instance, timezone.localdate()
        if isinstance(row, Article):
            kept = {name: getattr(row, name) for name in _KEPT}
            self.initial = {**kept, **self.initial}
        else:
            fresh = {"happened_on": today, "fiscal_year": fiscal_year_of(today)}
            self.initial = {**fresh, **self.initial}

    def clean_slug(self) -> str:
        """Want a name that can stand in an address."""
        slug = str(self.cleaned_data["slug"]).strip()
        if slug and not is_slug(slug):
            raise forms.ValidationError(
                _("Use small letters a to z, digits and hyphens only."), code="slug"
            )
        return slug

    @property
    def article(self) -> ArticleDraft:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        photos = tuple(said.pop("photos"))
        return ArticleDraft(
            category=Category(said.pop("category")), photos=photos, **said
        )


class PhotosForm(Form):
    """More photos."""

    photos = FilesField(rules=PHOTOS, label=_("Photos"))


class PhotoForm(Form):
    """What a photo shows."""

    alt_th = forms.CharField(
        max_length=300,
        label=_("What the photo shows, in Thai"),
        help_text=_("Read out to those who do not see it. Name no private person."),
    )
    alt_en = forms.CharField(
        max_length=300, required=False, label=_("What the photo shows, in English")
    )
    order = ThaiIntegerField(min_value=0, max_value=999, label=_("Place in the order"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        row = self.instance
        if isinstance(row, Photo):
            kept = {name: getattr(row, name) for name in ("alt_th", "alt_en", "order")}
            self.initial = {**kept, **self.initial}

    @property
    def words(self) -> PhotoWords:
        """What the form says, for the action."""
        return PhotoWords(**self.cleaned_data)


class PassingForm(Form):
    """Letting an article through; what does not apply is not asked."""

    has_seen_warnings = forms.BooleanField(
        label=_("I have looked at every warning and it is right as it is")
    )
    note_th = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("What was corrected, in Thai"),
        help_text=_("The public reads this."),
    )
    note_en = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("What was corrected, in English"),
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # as Django's
        warns: bool,
        corrects: bool,
        **kwargs: Any,  # noqa: ANN401  # as Django's
    ) -> None:
        super().__init__(*args, **kwargs)
        if not warns:
            del self.fields["has_seen_warnings"]
        if not corrects:
            del self.fields["note_th"]
            del self.fields["note_en"]

    @property
    def passing(self) -> Passing:
        """What the form says, for the action."""
        said = self.cleaned_data
        return Passing(
            has_seen_warnings=bool(said.get("has_seen_warnings")),
            note_th=str(said.get("note_th", "")),
            note_en=str(said.get("note_en", "")),
        )


class ScheduleForm(PassingForm):
    """The same, and the day."""

    publish_on = ThaiDateField(label=_("Publish on"))
    field_order = ("publish_on", "has_seen_warnings", "note_th", "note_en")


class PinForm(Form):
    """Until when it stands on top."""

    pinned_until = ThaiDateField(
        required=False,
        label=_("On top of the lists until"),
        help_text=_("Left empty, it is taken down."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        if isinstance(self.instance, Article):
            self.initial.setdefault("pinned_until", self.instance.pinned_until)


class WithdrawForm(Form):
    """The reason, which the public reads."""

    reason_th = forms.CharField(
        max_length=1000, widget=forms.Textarea, label=_("Public reason in Thai")
    )
    reason_en = forms.CharField(
        max_length=1000, widget=forms.Textarea, label=_("Public reason in English")
    )

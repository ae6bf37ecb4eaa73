"""The forms that add evidence, one for each kind, and the deed each of them asks for."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from datetime import date, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import (
    figures,
    gathering,
    links,
    own_pages,
    owners,
    sources,
)
from prongsai.foundations.evidence.gathering import About
from prongsai.foundations.evidence.models import Evidence, Kind
from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.rules import MEGABYTE, FileRules
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.refusals import UnfitAddress
from prongsai.ita.words.catalogue import speak
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form

FILES = FileRules(
    types=("pdf", "image", "docx", "xlsx", "csv"),
    max_bytes=25 * MEGABYTE,
    max_count=1,
)
COPIES = FileRules(types=("pdf", "image"), max_bytes=25 * MEGABYTE, max_count=1)


class EvidenceForm(Form):
    """What every kind asks for: what it shows, the period it covers, how long it holds."""

    title = forms.CharField(label=_("What it shows"), max_length=300)
    start = ThaiDateField(
        label=_("Covers from"),
        help_text=_("The days the evidence is about, not the day it is uploaded."),
    )
    end = ThaiDateField(label=_("Covers to"))
    expires_on = ThaiDateField(
        label=_("Valid until"),
        required=False,
        help_text=_("Leave empty when it holds without end."),
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea)
    reason = forms.CharField(
        label=_("Why it is replaced"), max_length=1000, widget=forms.Textarea
    )
    has_own_title = False

    def __init__(
        self,
        *args: Any,
        user: User,
        owner: Model,
        replaces: bool,
        host: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.owner, self.host = user, owner, host
        if not replaces:
            del self.fields["reason"]
        if self.has_own_title:
            self.fields["title"].required = False
            self.fields["title"].help_text = _("Leave empty to take its own title.")
        self.offer()

    def offer(self) -> None:
        """Fill in what can be chosen."""

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins, and one that is over too early."""
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("start"), cleaned.get("end")
        over = cleaned.get("expires_on")
        if isinstance(start, date) and isinstance(end, date) and end < start:
            self.add_error("end", _("The period ends before it begins."))
        if isinstance(start, date) and isinstance(over, date) and over < start:
            self.add_error("expires_on", _("This lies before the period it covers."))
        return cleaned

    def add(self, about: About, *, by: User, at: datetime) -> Evidence:
        """Do the deed of this kind."""
        raise NotImplementedError


class FileForm(EvidenceForm):
    """A file."""

    upload = FilesField(label=_("File"), rules=FILES)
    field_order = ["upload"]

    def add(self, about: About, *, by: User, at: datetime) -> Evidence:
        """Keep the file."""
        file: StoredFile = self.cleaned_data["upload"][0]
        return gathering.add_file(self.owner, file, about=about, by=by, at=at)


class LinkForm(EvidenceForm):
    """A web page, with a saved copy where pages are not visited from here."""

    url = forms.CharField(
        label=_("Web address"),
        max_length=links.LONGEST,
        help_text=_(
            "It begins with https://. Pages of this office are found by themselves."
        ),
    )
    copy = FilesField(
        label=_("Saved copy of the page"),
        rules=COPIES,
        required=False,
        help_text=_("A PDF or a picture of the page as it was when you looked at it."),
    )
    field_order = ["url", "copy"]

    def clean_url(self) -> str:
        """Refuse what is no address of the open web."""
        url = own_pages.without_host(self.cleaned_data["url"], self.host)
        if own_pages.standing_at(url) is not None:
            return url
        if url.startswith("/"):
            raise ValidationError(_("This page of ours is not published. Choose a page that is."))  # fmt: skip
        try:
            return links.checked(url)
        except UnfitAddress as error:
            spoken = speak(error, "en" if get_language() == "en" else "th")
            raise ValidationError(spoken, code=error.code) from error

    def clean(self) -> dict[str, Any]:
        """Ask for a copy where nobody visits the page."""
        cleaned = super().clean()
        url, copy = cleaned.get("url"), cleaned.get("copy")
        if url and not copy and "copy" not in self.errors:
            is_own = own_pages.standing_at(url) is not None
            if not is_own and not settings.PRONGSAI_CHECK_LINKS:
                self.add_error(
                    "copy",
                    _("Web pages are not visited from here. Please add a saved copy."),
                )
        return cleaned

    def add(self, about: About, *, by: User, at: datetime) -> Evidence:
        """Keep the address."""
        copies: list[StoredFile] = self.cleaned_data["copy"]
        return gathering.add_link(
            self.owner,
            self.cleaned_data["url"],
            about=about,
            copy=copies[0] if copies else None,
            by=by,
            at=at,
        )


class FigureForm(EvidenceForm):
    """A live figure, taken now for the period covered."""

    key = forms.ChoiceField(label=_("Named figure"))
    field_order = ["key"]
    has_own_title = True

    def offer(self) -> None:
        """Offer the figures of all registers."""
        _offer(
            self.fields["key"],
            [(one.key, str(one.label)) for one in figures.registry().values()],
        )

    def add(self, about: About, *, by: User, at: datetime) -> Evidence:
        """Take the figure."""
        key = self.cleaned_data["key"]
        return gathering.add_figure(self.owner, key, about=about, by=by, at=at)


class PublicationForm(EvidenceForm):
    """A page this office has published."""

    page = forms.ChoiceField(label=_("Published page"))
    field_order = ["page"]
    has_own_title = True

    def offer(self) -> None:
        """Offer the newest versions of what is public."""
        self.versions = {str(one.pk): one for one in publications.standing_versions()}
        _offer(
            self.fields["page"],
            [
                (key, f"{one.title} ({one.publication.address}, v{one.number})")
                for key, one in self.versions.items()
            ],
        )

    def add(self, about: About, *, by: User, at: datetime) -> Evidence:
        """Name the version."""
        version = self.versions[self.cleaned_data["page"]]
        return gathering.add_publication(self.owner, version, about=about, by=by, at=at)


class RecordForm(EvidenceForm):
    """A record of a register: minutes, a circular, a resolution."""

    record = forms.ChoiceField(label=pgettext_lazy("evidence", "Record"))
    field_order = ["record"]
    has_own_title = True

    def offer(self) -> None:
        """Offer the records this person may name, register by register."""
        found = [
            (
                str(source.label),
                [
                    (f"{source.name}:{one.pk}", one.title)
                    for one in source.choices(self.user)
                ],
            )
            for source in sources.known()
        ]
        _offer(self.fields["record"], [group for group in found if group[1]])

    def add(self, about: About, *, by: User, at: datetime) -> Evidence:
        """Name the record."""
        name, _colon, pk = str(self.cleaned_data["record"]).rpartition(":")
        return gathering.add_record(
            self.owner, name, int(pk), about=about, by=by, at=at
        )


FORMS: dict[str, type[EvidenceForm]] = {
    Kind.FILE: FileForm,
    Kind.LINK: LinkForm,
    Kind.FIGURE: FigureForm,
    Kind.PUBLICATION: PublicationForm,
    Kind.RECORD: RecordForm,
}


class WithdrawForm(Form):
    """Why the evidence no longer counts."""

    reason = forms.CharField(
        label=_("Why it is withdrawn"), max_length=1000, widget=forms.Textarea
    )


def proposed(owner: Model, old: Evidence | None) -> dict[str, object]:
    """Return what a fresh form begins with: the old one's words, or the row's period."""
    if old is not None:
        return {
            "title": old.title, "start": old.start, "end": old.end, "note": old.note,
            "url": old.url, "key": old.figure.key if old.figure else "",
        }  # fmt: skip
    start, end = owners.owner_of(owners.kind_of(owner)).period_of(owner.pk)
    return {"start": start, "end": end}


@transaction.atomic
def collect(
    form: EvidenceForm,
    *,
    slot: str = "",
    replaces: Evidence | None = None,
    by: User,
    at: datetime,
) -> Evidence:
    """Add what a form says, in the place of an older one where there is one."""
    said = form.cleaned_data
    about = About(
        title=said["title"],
        start=said["start"],
        end=said["end"],
        slot=slot if replaces is None else replaces.slot,
        note=said["note"],
        expires_on=said["expires_on"],
    )
    new = form.add(about, by=by, at=at)
    if replaces is not None:
        gathering.replace(replaces, new, reason=said["reason"], by=by, at=at)
    return new


def _offer(field: forms.Field, choices: list[Any]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = [("", "---------"), *choices]

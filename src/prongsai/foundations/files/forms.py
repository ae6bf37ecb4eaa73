"""Fields that take files: kept while the rest of a form is put right, or read as a sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.files import actions, queries, sheets
from prongsai.foundations.files.errors import FileRefused, TooManyFiles
from prongsai.foundations.files.kinds import endings_of, titles_of
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.received_sheets import ReceivedSheet
from prongsai.foundations.files.rules import MEGABYTE, FileRules
from prongsai.foundations.files.uploading import uploader
from prongsai.ita.errors import ItaError
from prongsai.ita.words.catalogue import speak

_SALT = "prongsai.files.staged"


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What a browser sent for the field: new files, and which earlier ones to keep."""

    uploads: list[File[Any]]
    tokens: list[str]
    removed: set[str]


class FilesWidget(forms.Widget):
    """A file input, and under it what was received already, each with a tick to drop it.

    Works without a script: the received files travel as signed hidden values.
    """

    template_name = "files/widget.html"
    needs_multipart_form = True

    def __init__(self, rules: FileRules) -> None:
        super().__init__()
        self.rules = rules
        self.received: list[StoredFile] = []

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Chosen:  # noqa: ANN401
        """Collect the three parts of the field."""
        listed: Callable[[Any, str], list[Any]] = lambda source, key: (  # noqa: E731
            source.getlist(key)
            if hasattr(source, "getlist")
            else list(source.get(key, []))
        )
        return Chosen(
            uploads=listed(files, name),
            tokens=listed(data, f"{name}-received"),
            removed=set(listed(data, f"{name}-remove")),
        )

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:  # noqa: ANN401
        """Say whether the field was in the form at all."""
        return name not in files and f"{name}-received" not in data

    def get_context(
        self, name: str, value: object, attrs: dict[str, Any] | None
    ) -> dict[str, Any]:
        """Give the template the files that are here already."""
        context = super().get_context(
            name, value if isinstance(value, str) else None, attrs
        )
        own = context["widget"]["attrs"]
        described = [own.get("aria-describedby", ""), f"{own.get('id', name)}_limits"]
        own["aria-describedby"] = " ".join(filter(None, described))
        own.setdefault("id", name)
        context["widget"] |= {
            "accept": ",".join(endings_of(self.rules.types)),
            "multiple": self.rules.max_count > 1,
            "received": [(sign(file), file) for file in self.received],
            "titles": titles_of(self.rules.types),
            "max_mb": f"{self.rules.max_bytes / MEGABYTE:g}",
            "max_count": self.rules.max_count,
        }
        return context

    def use_required_attribute(self, initial: object) -> bool:
        """Let the browser insist on a file only while none is here."""
        return super().use_required_attribute(initial) and not self.received

    def id_for_label(self, id_: str) -> str:
        """Return the id of the file input."""
        return id_


class FilesField(forms.Field):
    """Files within ``rules``; the cleaned value is a list of received ``StoredFile``."""

    default_error_messages = {"required": _("Choose a file.")}

    def __init__(self, *, rules: FileRules, **options: Any) -> None:  # noqa: ANN401
        super().__init__(widget=FilesWidget(rules), **options)
        self.rules = rules

    def clean(self, value: Chosen) -> list[StoredFile]:
        """Receive what is new, keep what was received, drop what was ticked."""
        kept = _earlier(value)
        errors = []
        room = self.rules.max_count - len(kept)
        if len(value.uploads) > room:
            found = len(kept) + len(value.uploads)
            errors.append(_said(TooManyFiles(found=found, limit=self.rules.max_count)))
        for upload in value.uploads[: max(room, 0)]:
            try:
                kept.append(_received(upload, self.rules))
            except ItaError as error:
                errors.append(_said(error))
        if isinstance(self.widget, FilesWidget):
            self.widget.received = kept
        if errors:
            raise ValidationError(errors)
        if self.required and not kept:
            raise ValidationError(self.error_messages["required"], code="required")
        return kept

    def has_changed(self, initial: object, data: Chosen | None) -> bool:  # noqa: ARG002
        """Say whether any file came with the form."""
        return data is not None and bool(data.uploads or data.tokens)


class SheetField(forms.FileField):
    """A CSV or XLSX file within ``limits``; the cleaned value is a row of ``model``.

    The row holds the cells and is not yet saved.
    """

    def __init__(
        self, model: type[ReceivedSheet], *, limits: Callable[[], sheets.Limits]
    ) -> None:
        super().__init__(
            label=_("File (.xlsx or .csv)"),
            help_text=_("Nothing is written before you have seen what it would do."),
            widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        )
        self.model, self.limits = model, limits

    def clean(self, data: Any, initial: Any = None) -> ReceivedSheet:  # noqa: ANN401
        """Read the file, or say what is wrong with it."""
        upload = super().clean(data, initial)
        try:
            sheet = sheets.read(upload, name=upload.name, limits=self.limits())
        except (FileRefused, sheets.SheetRefused) as error:
            raise _said(error) from error
        return self.model.holding(sheet)


def sign(file: StoredFile) -> str:
    """Return the hidden value by which a received file travels through a form."""
    return signing.Signer(salt=_SALT).sign_object(file.pk)


def _earlier(value: Chosen) -> list[StoredFile]:
    """Return the sender's own received files, without those ticked to be dropped.

    A value that is forged, or of somebody else, is passed over like one that is gone.
    """
    who = uploader()
    keys = [pk for token in value.tokens if (pk := _read(token)) is not None]
    dropped = {_read(token) for token in value.removed}
    found = queries.staged(keys, by=who.by, holder=who.holder)
    kept = []
    for file in found:
        if file.pk in dropped:
            actions.discard(file, by=who.by, at=who.at)
        else:
            kept.append(file)
    return kept


def _read(token: str) -> int | None:
    try:
        found = signing.Signer(salt=_SALT).unsign_object(token)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None


def _received(upload: File[Any], rules: FileRules) -> StoredFile:
    who = uploader()
    return actions.receive(upload, rules=rules, by=who.by, at=who.at, holder=who.holder)


def _said(error: ItaError) -> ValidationError:
    sentence = speak(error, "en" if get_language() == "en" else "th")
    return ValidationError(sentence, code=error.code)

"""The form that brings in a corrected framework file."""

from itertools import islice

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.frameworks.actions import MOST_LETTERS
from prongsai.ita.errors import BadFramework
from prongsai.ita.frameworks.loader import parse, problems_of
from prongsai.ui.forms import Form
from prongsai.ui.writing import in_english

MOST_PROBLEMS = 30
"""As many as a person mends before trying again."""

_BYTES_OF_A_LETTER = 4


class InstallForm(Form):
    """A file, or its text; and where the correction is from."""

    file = forms.FileField(
        label=_("Framework file (TOML)"),
        required=False,
        help_text=_(
            "Begin with the file that holds now, change what the manual says "
            "otherwise, and raise the revision by one."
        ),
    )
    text = forms.CharField(
        label=_("or the text of the file"),
        required=False,
        strip=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=_("A file above takes precedence over this text."),
    )
    source = forms.CharField(
        label=_("Source of the correction"),
        min_length=5,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The manual with its page, or the letter with number and date."),
    )

    def clean(self) -> dict[str, object]:
        """Read the file; nothing of what was typed is lost when it cannot be read."""
        found = super().clean() or self.cleaned_data
        upload = found.get("file")
        if isinstance(upload, UploadedFile):
            self._read(upload)
        elif not str(found.get("text") or "").strip():
            self.add_error("file", _("Choose a file, or paste its text below."))
        if not self.errors:
            self._check(str(self.cleaned_data["text"]))
        return found

    def _check(self, text: str) -> None:
        """Name every problem of the file with its place."""
        try:
            parse(text, "framework.toml")
        except BadFramework as error:
            for problem in islice(problems_of(error), MOST_PROBLEMS):
                said = problem.sentence("en" if in_english() else "th")
                self.add_error("text", said)

    def _read(self, upload: "UploadedFile[bytes]") -> None:
        if (upload.size or 0) > MOST_LETTERS * _BYTES_OF_A_LETTER:
            self.add_error("file", _("This file is too large for a framework."))
            return
        try:
            self.cleaned_data["text"] = upload.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            self.add_error(
                "file", _("This is not a text file in UTF-8. Save it as plain text.")
            )

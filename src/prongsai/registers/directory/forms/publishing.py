"""What is said when the directory becomes public, and the file that brings people in."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.files.forms import SheetField
from prongsai.registers.directory.imports.columns import limits
from prongsai.registers.directory.models import TermImport
from prongsai.ui.forms import Form


class PublishForm(Form):
    """What changed, for everybody, in both languages."""

    note_th = forms.CharField(
        max_length=1000, widget=forms.Textarea, label=_("What changed, in Thai")
    )
    note_en = forms.CharField(
        max_length=1000, widget=forms.Textarea, label=_("What changed, in English")
    )


class FirstPublishForm(Form):
    """The first version changes nothing; it needs a yes only."""


class ImportForm(Form):
    """A CSV or XLSX file; the cleaned value is its table, not yet saved."""

    file = SheetField(TermImport, limits=lambda: limits(on=localdate()))

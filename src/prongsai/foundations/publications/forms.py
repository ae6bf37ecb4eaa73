"""The form for taking back what was published."""

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ui.forms import Form


class WithdrawForm(Form):
    """Why, in both languages: the page says so from then on."""

    reason_th = forms.CharField(
        label=_("reason in Thai"), max_length=1000, widget=forms.Textarea
    )
    reason_en = forms.CharField(
        label=_("reason in English"), max_length=1000, widget=forms.Textarea
    )

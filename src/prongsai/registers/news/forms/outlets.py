"""The forms of posting elsewhere: the token, and what was seen on the page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.registers.news.actions.posting import Access
from prongsai.ui.forms import Form


class OutletForm(Form):
    """The access token; what is stored is never shown again."""

    autocomplete = {"token": "off", "page": "off"}

    page = forms.CharField(
        max_length=60,
        required=False,
        label=_("Number of the page"),
        help_text=_("Only for Facebook."),
    )
    token = forms.CharField(
        max_length=2000,
        required=False,
        widget=forms.PasswordInput(render_value=False),
        label=_("Access token"),
        help_text=_("Left empty, the stored one stays. It is never shown again."),
    )

    @property
    def access(self) -> Access:
        """What the form says, for the action."""
        return Access(token=self.cleaned_data["token"], page=self.cleaned_data["page"])

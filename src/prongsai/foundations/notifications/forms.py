"""The form of how a person wants to be told."""

from prongsai.foundations.notifications.models import Preference
from prongsai.ui.forms import ModelForm


class PreferenceForm(ModelForm):
    """When by mail, and in which language."""

    class Meta:
        model = Preference
        fields = ["mail", "language"]

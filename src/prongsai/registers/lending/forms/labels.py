"""The form beside a sheet of labels: which is the first free one."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.registers.lending.documents.labels import MOST_LABELS, PER_SHEET
from prongsai.ui.fields import ThaiIntegerField
from prongsai.ui.forms import Form


class LabelsForm(Form):
    """Where on the first sheet the printing begins."""

    first = ThaiIntegerField(
        min_value=1,
        max_value=PER_SHEET,
        initial=1,
        label=_("First free label of the sheet"),
        help_text=_("Counted from the top left, row by row: 1 to 24."),
    )

    def __init__(self, *args: Any, count: int, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.count = count

    def clean(self) -> dict[str, Any]:
        """Refuse nothing at all, and more labels than anybody sticks on in a day."""
        if not 0 < self.count <= MOST_LABELS:
            words = _(
                "%(count)s labels. Choose between 1 and %(most)s with the filters."
            )
            raise ValidationError(
                words, params={"count": self.count, "most": MOST_LABELS}
            )
        return self.cleaned_data

    @property
    def skipped(self) -> int:
        """How many labels of the first sheet are used already."""
        return int(self.cleaned_data["first"]) - 1

"""Forms that take a report file, and that put its values before a person."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.rules import MEGABYTE, FileRules
from prongsai.registers.assessments.models.readings import ReadScore
from prongsai.registers.assessments.queries.places import LEVEL
from prongsai.ui.fields import ThaiDecimalField
from prongsai.ui.forms import Form

REPORTS = FileRules(
    types=("docx", "pdf", "html", "text"), max_bytes=50 * MEGABYTE, max_count=1
)
_LONGEST = 100


class ReadForm(Form):
    """One report as a file."""

    report = FilesField(
        rules=REPORTS,
        label=_("Report of an earlier year"),
        help_text=_(
            "The original DOCX is read best. Of a PDF only text is read, not scanned pages."
        ),
    )

    @property
    def file(self) -> StoredFile:
        """The file that was sent."""
        found: StoredFile = self.cleaned_data["report"][0]
        return found


class ValuesForm(Form):
    """The values read of one year, each to be confirmed as it is or corrected."""

    def __init__(
        self,
        data: Any = None,  # noqa: ANN401  # what the browser sent
        *,
        scores: Sequence[tuple[ReadScore, str, str]],
    ) -> None:
        super().__init__(data)
        self.scores = [score for score, _label, _place in scores]
        for score, label, place in scores:
            self.fields[self.name_of(score)] = _field(score, label, place)
        self._harden()

    @staticmethod
    def name_of(score: ReadScore) -> str:
        """Return the name of the field of a value."""
        return f"value-{score.pk}"

    @property
    def rows(self) -> Iterator[tuple[ReadScore, BoundField]]:
        """Each value with its field."""
        for score in self.scores:
            yield score, self[self.name_of(score)]

    @property
    def typed(self) -> dict[int, str]:
        """What a person says each value is, by the key of the value."""
        return {
            score.pk: str(self.cleaned_data[self.name_of(score)])
            for score in self.scores
        }


def _field(score: ReadScore, label: str, place: str) -> forms.Field:
    kept = score.value or score.printed
    facts: dict[str, Any] = {"label": label, "help_text": place, "initial": kept}
    if score.field == LEVEL:
        return forms.CharField(max_length=_LONGEST, **facts)
    return ThaiDecimalField(min_value=0, max_value=100, decimal_places=2, **facts)

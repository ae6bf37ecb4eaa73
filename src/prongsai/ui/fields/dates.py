"""Days as people type them, read with certainty or refused with a hint."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ita.errors import UnreadableDate
from prongsai.ita.thai.dates import parse_date
from prongsai.ita.thai.fiscal import BUDDHIST_ERA
from prongsai.ui.fields.texts import number_typed
from prongsai.ui.widgets import ThaiDateInput
from prongsai.ui.writing import ENGLISH_MONTHS, short_date

EARLIEST, LATEST = date(1897, 1, 1), date(2076, 12, 31)
"""Days outside are slips of the finger: B.E. 2440 to 2619."""

_LONGEST = 60
_ENGLISH = {m[:3].lower(): n for n, m in enumerate(ENGLISH_MONTHS, 1)}
_ISO = re.compile(r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})$")
_NUMBERS = re.compile(
    r"^(?:วันที่\s*)?(?P<day>\d{1,2})\s*(?P<by>[/.-])\s*(?P<month>\d{1,2})"
    r"\s*(?P=by)\s*(?P<year>\d{4})$"
)
_WORDS = re.compile(
    r"^(?P<day>\d{1,2})\s*(?P<month>[A-Za-z]{3,9})\.?,?\s*(?P<year>\d{4})$"
)


class ThaiDateField(forms.DateField):
    """A day typed as ``8 ต.ค. 2568``, ``๘ ตุลาคม ๒๕๖๘``, ``8/10/2568`` or ``2025-10-08``.

    ``earliest`` and ``latest`` are the first and last day allowed.
    """

    widget = ThaiDateInput
    default_error_messages = {
        "required": _("Enter the date."),
        "invalid": _("This is not a date. Write it like 8 ต.ค. 2568 or 8/10/2568."),
        "no_such_day": _("The calendar has no such day."),
        "christian_era": _(
            "%(year)s looks like a year of the Christian era. "
            "In the Buddhist era it is %(buddhist)s."
        ),
        "buddhist_iso": _(
            "%(year)s looks like a year of the Buddhist era. "
            "Write the date like 8/10/2568."
        ),
        "too_early": _("The date must not be before %(limit)s."),
        "too_late": _("The date must not be after %(limit)s."),
    }

    def __init__(
        self, *, earliest: date = EARLIEST, latest: date = LATEST, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def to_python(self, value: Any) -> date | None:
        """Return the day, or say why there is none."""
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = number_typed(value)
        if not text:
            return None
        if len(text) > _LONGEST:
            raise self._wrong("invalid")
        return self._read(text)

    def validate(self, value: Any) -> None:
        """Refuse days outside the allowed span."""
        super().validate(value)
        if not isinstance(value, date):
            return
        if value < self.earliest:
            raise self._wrong("too_early", limit=short_date(self.earliest))
        if value > self.latest:
            raise self._wrong("too_late", limit=short_date(self.latest))

    def _read(self, text: str) -> date:
        if found := _ISO.match(text):
            year = int(found["year"])
            if year > LATEST.year + 1:
                raise self._wrong("buddhist_iso", year=year)
            return self._day(year, int(found["month"]), int(found["day"]))
        if found := _NUMBERS.match(text):
            return self._buddhist(found, int(found["month"]))
        if (found := _WORDS.match(text)) and (
            month := _ENGLISH.get(found["month"][:3].lower())
        ):
            return self._buddhist(found, month)
        return self._in_thai(text)

    def _in_thai(self, text: str) -> date:
        if found := re.search(r"(?<!\d)(\d{4})$", text):
            self._refuse_christian(int(found[1]))
        try:
            return parse_date(text)
        except UnreadableDate as error:
            if re.match(r"^\d{1,2}\D+(\d{4}|\d{2})$", text) and _readable_but_day(text):
                raise self._wrong("no_such_day") from error
            raise self._wrong("invalid") from error

    def _buddhist(self, found: re.Match[str], month: int) -> date:
        year = int(found["year"])
        self._refuse_christian(year)
        return self._day(year - BUDDHIST_ERA, month, int(found["day"]))

    def _refuse_christian(self, year: int) -> None:
        if EARLIEST.year <= year <= LATEST.year:
            raise self._wrong("christian_era", year=year, buddhist=year + BUDDHIST_ERA)

    def _day(self, year: int, month: int, day: int) -> date:
        try:
            return date(year, month, day)
        except ValueError as error:
            raise self._wrong("no_such_day") from error

    def _wrong(self, code: str, **facts: object) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=facts)


def _readable_but_day(text: str) -> bool:
    """Return whether only the day is wrong: 29 ก.พ. 2568 has a month and a year."""
    try:
        parse_date(re.sub(r"^\d+", "1", text))
    except UnreadableDate:
        return False
    return True

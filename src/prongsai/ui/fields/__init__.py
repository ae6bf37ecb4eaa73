"""Form fields that take what people really type: Thai digits, Thai dates, commas."""

from prongsai.ui.fields.dates import ThaiDateField
from prongsai.ui.fields.hours import HourField
from prongsai.ui.fields.identifiers import CitizenIdField, PhoneField, TaxIdField
from prongsai.ui.fields.numbers import MoneyField, ThaiDecimalField, ThaiIntegerField

__all__ = [
    "CitizenIdField",
    "HourField",
    "MoneyField",
    "PhoneField",
    "TaxIdField",
    "ThaiDateField",
    "ThaiDecimalField",
    "ThaiIntegerField",
]

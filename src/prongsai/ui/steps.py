"""The steps of a piece of work, for the stepper."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from django.utils.functional import Promise

Words: TypeAlias = str | Promise
StepState: TypeAlias = Literal["done", "now", "next", "failed"]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: what it is called, how far it is, what to add in small letters."""

    label: Words
    state: StepState = "next"
    note: Words = ""

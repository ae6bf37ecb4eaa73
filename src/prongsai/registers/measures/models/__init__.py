"""The tables of measures."""

from prongsai.registers.measures.models.following import (
    FollowUp,
    Reminder,
    Round,
    Setback,
)
from prongsai.registers.measures.models.parts import Part
from prongsai.registers.measures.models.plans import Measure, Plan
from prongsai.registers.measures.models.results import Kind, Line
from prongsai.registers.measures.models.steps import Step

__all__ = [
    "FollowUp",
    "Kind",
    "Line",
    "Measure",
    "Part",
    "Plan",
    "Reminder",
    "Round",
    "Setback",
    "Step",
]

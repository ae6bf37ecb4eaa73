"""The tables of assessments."""

from prongsai.registers.assessments.models.carrying import Carry
from prongsai.registers.assessments.models.events import AssessmentEvent
from prongsai.registers.assessments.models.imports import ResultSheet
from prongsai.registers.assessments.models.narratives import Narrative
from prongsai.registers.assessments.models.readings import Reading, ReadScore
from prongsai.registers.assessments.models.results import (
    Assessment,
    IndicatorScore,
    ItemScore,
)
from prongsai.registers.assessments.models.selfchecks import SelfCheck

__all__ = [
    "Assessment",
    "AssessmentEvent",
    "Carry",
    "IndicatorScore",
    "ItemScore",
    "Narrative",
    "ReadScore",
    "Reading",
    "ResultSheet",
    "SelfCheck",
]

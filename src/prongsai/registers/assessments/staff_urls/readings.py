"""Addresses of readings, of the analysis and of items carried over."""

from django.urls import URLPattern, path

from prongsai.registers.assessments.staff_views import (
    carrying,
    narratives,
    readings,
    readings_deciding,
)

patterns: list[URLPattern] = [
    path("readings/", readings.listed, name="readings"),
    path("readings/new/", readings.read, name="read"),
    path("readings/<int:pk>/", readings.reading, name="reading"),
    path("readings/<int:pk>/text/", readings.text, name="reading_text"),
    path("readings/<int:pk>/findings/", readings.findings, name="reading_findings"),
    path(
        "readings/<int:pk>/<int:year>/values/",
        readings_deciding.values,
        name="reading_values",
    ),
    path(
        "readings/<int:pk>/<int:year>/take/",
        readings_deciding.take,
        name="reading_take",
    ),
    path(
        "readings/<int:pk>/discard/",
        readings_deciding.discard,
        name="reading_discard",
    ),
    path("<int:pk>/analysis/", narratives.listed, name="narratives"),
    path("<int:pk>/analysis/draft/", narratives.draft, name="narratives_draft"),
    path("analysis/<int:pk>/", narratives.narrative, name="narrative"),
    path("analysis/<int:pk>/draft/", narratives.again, name="narrative_again"),
    path("items/", carrying.listed, name="carry"),
    path("items/line/", carrying.line, name="carry_line"),
    path("items/copy/", carrying.copy, name="carry_copy"),
]

"""Addresses of where measures come from, and of the whole plan at a glance."""

from django.urls import path

from prongsai.registers.measures.staff_views import sources, sources_whole

patterns = [
    path("plans/<int:pk>/standards/", sources.standards, name="from_standard"),
    path(
        "plans/<int:pk>/standards/take/", sources.standards_take, name="standards_take"
    ),
    path("plans/<int:pk>/readings/", sources.readings, name="readings"),
    path("plans/<int:pk>/from-year/", sources.from_year, name="from_year"),
    path("readings/<int:pk>/", sources.from_reading, name="from_reading"),
    path("plans/<int:pk>/matrix/", sources_whole.matrix, name="matrix"),
    path("plans/<int:pk>/year/", sources_whole.timeline, name="timeline"),
    path("plans/<int:pk>/files/", sources_whole.files, name="export"),
    path("plans/<int:pk>/plan.<str:kind>", sources_whole.file, name="plan_file"),
]

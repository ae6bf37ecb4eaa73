"""Addresses of plans, their measures and their steps."""

from django.urls import path

from prongsai.registers.measures.staff_views import (
    plans,
    plans_deeds,
    plans_measures,
    plans_steps,
)

patterns = [
    path("", plans.plans, name="plans"),
    path("new/", plans_deeds.begin, name="plan_new"),
    path("plans/<int:pk>/", plans.plan, name="plan"),
    path("plans/<int:pk>/edit/", plans_deeds.rename, name="plan_edit"),
    path("plans/<int:pk>/propose/", plans_deeds.propose, name="plan_propose"),
    path("plans/<int:pk>/take-back/", plans_deeds.take_back, name="plan_take_back"),
    path("plans/<int:pk>/close/", plans_deeds.close, name="plan_close"),
    path("plans/<int:pk>/reopen/", plans_deeds.reopen, name="plan_reopen"),
    path("plans/<int:pk>/add/", plans_measures.add, name="add"),
    path("<int:pk>/", plans.measure, name="measure"),
    path("<int:pk>/edit/", plans_measures.edit, name="edit"),
    path("<int:pk>/drop/", plans_measures.drop, name="drop"),
    path("<int:pk>/remove/", plans_measures.remove, name="remove"),
    path("<int:pk>/move/<str:way>/", plans_measures.move, name="move"),
    path("<int:pk>/steps/add/", plans_steps.add, name="step_add"),
    path(
        "<int:pk>/steps/resolutions/", plans_steps.resolutions, name="step_resolutions"
    ),
    path("steps/<int:pk>/points/add/", plans_steps.add_point, name="point_add"),
    path("steps/<int:pk>/edit/", plans_steps.edit, name="step_edit"),
    path("steps/<int:pk>/expand/", plans_steps.expand, name="step_expand"),
    path("steps/<int:pk>/remove/", plans_steps.remove, name="step_remove"),
    path("steps/<int:pk>/move/<str:way>/", plans_steps.move, name="step_move"),
]

"""Addresses of the following-up: steps, rounds, results, parts, boards."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from prongsai.registers.measures.staff_views import (
    boards,
    doing,
    doing_lines,
    following,
    parts,
)


class ResultKind(StringConverter):
    """Which column of the report a line stands in."""

    regex = "output|outcome"


register_converter(ResultKind, "measures_result")

patterns = [
    path("mine/", boards.mine, name="mine"),
    path("board/", boards.board, name="board"),
    path("late/", boards.late, name="late"),
    path("rounds/", following.overview, name="rounds"),
    path("<int:pk>/say/", following.say, name="say"),
    path("<int:pk>/begin/", doing.begin, name="measure_begin"),
    path("<int:pk>/report/", doing.report, name="measure_report"),
    path("<int:pk>/close/", doing.close, name="measure_close"),
    path("<int:pk>/send-back/", doing.send_back, name="measure_send_back"),
    path("<int:pk>/no-number/", doing_lines.no_number, name="no_number"),
    path("<int:pk>/<measures_result:kind>/add/", doing_lines.add, name="line_add"),
    path("lines/<int:pk>/", doing_lines.edit, name="line_edit"),
    path("lines/<int:pk>/remove/", doing_lines.remove, name="line_remove"),
    path("steps/<int:pk>/finish/", doing.finish, name="step_finish"),
    path("steps/<int:pk>/undo/", doing.undo, name="step_undo"),
    path("<int:pk>/parts/give/", parts.give, name="part_give"),
    path("parts/<int:pk>/", parts.part, name="part"),
    path("parts/<int:pk>/submit/", parts.submit, name="part_submit"),
    path("parts/<int:pk>/return/", parts.return_, name="part_return"),
    path("parts/<int:pk>/accept/", parts.accept, name="part_accept"),
    path("plans/<int:pk>/cut-off/", doing_lines.cut_off, name="cut_off"),
]

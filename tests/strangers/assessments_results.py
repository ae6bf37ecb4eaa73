"""Alice's results and sheets of results, for the wall test."""

from decimal import Decimal

from prongsai.registers.assessments.actions import selfchecks, sheets
from prongsai.registers.assessments.actions.selfchecks import Check
from prongsai.registers.assessments.models import ResultSheet
from tests.cast import NOW
from tests.results import make_result, the_analyst

LEVEL, GROUND, FILE = "ระดับของอลิซ", "เหตุผลของอลิซ", "alice-results.csv"
SECRETS = [LEVEL, GROUND, FILE, "73.51"]


def whole(_office):
    make_result(level=LEVEL, total=Decimal("73.51"))
    check = Check(code="i1", points=Decimal("73.51"), ground=GROUND)
    for year in (2568, 2569):
        selfchecks.enter(year, [check], by=the_analyst(), at=NOW)
    return {"data": {"year": "2568"}, "secrets": SECRETS}


def result(_office):
    made = make_result(level=LEVEL, confirmed=False)
    data = {"version": "1", "reason": "x", "i1": "50"}
    return {"kwargs": {"pk": made.pk}, "data": data, "secrets": SECRETS}


def confirmed(_office):
    made = make_result(level=LEVEL)
    return {"kwargs": {"pk": made.pk}, "data": {"reason": "x"}, "secrets": SECRETS}


def sheet(_office):
    draft = ResultSheet(file_name=FILE, sha256="0" * 64, table=[[0, LEVEL]], rows=1)
    kept = sheets.keep_file(draft, by=the_analyst(), at=NOW)
    return {"kwargs": {"pk": kept.pk}, "secrets": SECRETS}


_WHOLE = (
    "results", "result_new", "result_enter", "compare", "forecast", "checks",
    "results_csv", "results_xlsx", "sheet_template", "sheet_upload",
)  # fmt: skip
_RESULT = (
    "assessment", "weak_points", "what_if", "result_edit", "result_confirm",
    "result_discard",
)  # fmt: skip

CASES = {
    **{f"assessments:{name}": whole for name in _WHOLE},
    **{f"assessments:{name}": result for name in _RESULT},
    "assessments:result_reopen": confirmed,
    **{
        f"assessments:{name}": sheet
        for name in ("sheet", "sheet_take", "sheet_discard")
    },
}

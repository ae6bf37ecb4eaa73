"""When the check of a fiscal year begins and when its report is due (ข้อ 213)."""

from dataclasses import dataclass
from datetime import date, timedelta

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Closure
from prongsai.ita.thai import fiscal
from prongsai.ita.thai.holidays import add_working_days, first_working_day
from prongsai.registers.lending import rules


@dataclass(frozen=True, kw_only=True)
class CheckDates:
    """The days of one check."""

    appoint_from: date
    appoint_until: date
    starts_on: date
    due_on: date


def check_dates(fiscal_year: int) -> CheckDates:
    """Return the days for the check of a fiscal year, with the closures of the office.

    Appointed in the last month of the year, begun on the first working day of the next,
    reported within the working days of the rule; the first day is not counted.
    """
    closed, opened = _closures()
    end = fiscal.last_day(fiscal_year)
    months = rules.value("check_appointment_months", on=end)
    starts = first_working_day(end + timedelta(days=1), closed, opened=opened)
    days = rules.value("check_report_working_days", on=starts)
    return CheckDates(
        appoint_from=end.replace(day=1, month=end.month - months + 1),
        appoint_until=end,
        starts_on=starts,
        due_on=add_working_days(starts, days, closed, opened=opened),
    )


def _closures() -> tuple[set[date], set[date]]:
    rows = Closure.objects.filter(organisation=tenancy.required())
    days = list(rows.values_list("day", "is_open"))
    closed = {day for day, is_open in days if not is_open}
    return closed, {day for day, is_open in days if is_open}

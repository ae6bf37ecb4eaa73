"""What people are told about measures: their number and dates, never names or content."""

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.notifications.notices import Notice

NOTICES = {
    "measures.step-due-soon": Notice(
        subject=_("A step of measure %(number)s is due on %(due)s"),
        body=_("Please finish your step of measure %(number)s by %(due)s."),
    ),
    "measures.step-due-today": Notice(
        subject=_("A step of measure %(number)s is due today"),
        body=_("Your step of measure %(number)s is due today, %(due)s."),
    ),
    "measures.part-due-soon": Notice(
        subject=_("Your part of measure %(number)s is due on %(due)s"),
        body=_("Please submit your division's part of measure %(number)s by %(due)s."),
    ),
    "measures.part-due-today": Notice(
        subject=_("Your part of measure %(number)s is due today"),
        body=_(
            "The part of your division in measure %(number)s is due today, %(due)s."
        ),
    ),
    "measures.measure-due-soon": Notice(
        subject=_("Measure %(number)s ends on %(due)s"),
        body=_(
            "Please write what came of measure %(number)s and report it by %(due)s."
        ),
    ),
    "measures.measure-due-today": Notice(
        subject=_("Measure %(number)s ends today"),
        body=_("Measure %(number)s ends today, %(due)s, and is not reported yet."),
    ),
    "measures.part-given": Notice(
        subject=_("Your division has a part in measure %(number)s"),
        body=_(
            "Please write what your division did for measure %(number)s by %(due)s."
        ),
    ),
    "measures.part-submitted": Notice(
        subject=_("A division submitted its part of measure %(number)s"),
        body=_("Please read the part of measure %(number)s and accept or return it."),
    ),
    "measures.part-returned": Notice(
        subject=_("Your part of measure %(number)s was returned"),
        body=_("Open your part of measure %(number)s to read the reason."),
    ),
    "measures.part-accepted": Notice(
        subject=_("Your part of measure %(number)s was accepted"),
        body=_("Nothing more is needed for your part of measure %(number)s."),
    ),
    "measures.to-close": Notice(
        subject=_("Measure %(number)s is reported as done"),
        body=_("Please look at the result of measure %(number)s and close it."),
    ),
    "measures.sent-back": Notice(
        subject=_("Measure %(number)s was sent back"),
        body=_("Open measure %(number)s to read the reason."),
    ),
    "measures.evidence-expired": Notice(
        subject=_("The evidence of measure %(number)s has expired"),
        body=_(
            "No evidence of measure %(number)s is valid any more, so it went back a "
            "step. Please add valid evidence."
        ),
    ),
    "measures.week": Notice(
        subject=_("This week in your division: %(count)s due, %(number)s late"),
        body=_(
            "Steps, parts and measures of your division due this week: %(count)s. "
            "Late: %(number)s."
        ),
    ),
    "measures.late": Notice(
        subject=_("Late in the measures of the office: %(count)s"),
        body=_("Steps, parts and measures that are late: %(count)s. Open the list."),
    ),
}

"""What people of the office are told about loans: numbers and dates, never names."""

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.notifications.notices import Notice

NOTICES = {
    "lending.requested": Notice(
        subject=_("A loan request has come in: %(number)s"),
        body=_("Please check the stock for loan %(number)s, needed from %(date)s."),
    ),
    "lending.to-decide": Notice(
        subject=_("A loan waits for your decision: %(number)s"),
        body=_("The stock for loan %(number)s is checked. It is needed from %(date)s."),
    ),
    "lending.extension-to-decide": Notice(
        subject=_("An extension waits for your decision: %(number)s"),
        body=_("The borrower of loan %(number)s asks to keep things longer."),
    ),
    "lending.settlement-to-decide": Notice(
        subject=_("A settlement waits for your decision: %(number)s"),
        body=_("The borrower of loan %(number)s was heard. Please decide."),
    ),
    "lending.loan-decided": Notice(
        subject=_("Loan %(number)s was decided"),
        body=_("Open loan %(number)s to see the decision."),
    ),
    "lending.extension-decided": Notice(
        subject=_("The extension of loan %(number)s was decided"),
        body=_("Loan %(number)s is now due on %(due)s."),
    ),
    "lending.settlement-opened": Notice(
        subject=_("Damage or loss was found: loan %(number)s"),
        body=_("Please open loan %(number)s and say what happened."),
    ),
    "lending.settlement-decided": Notice(
        subject=_("The settlement of loan %(number)s was decided"),
        body=_("Open loan %(number)s to see how it is to be made good."),
    ),
    "lending.due-soon": Notice(
        subject=_("Loan %(number)s is due back on %(due)s"),
        body=_("Please bring everything of loan %(number)s back by %(due)s."),
    ),
    "lending.overdue": Notice(
        subject=_("Loans are overdue: %(count)s"),
        body=_("Loans overdue: %(count)s. Please chase them and record it."),
    ),
    "lending.not-chased": Notice(
        subject=_("Loan %(number)s is overdue and was not chased in time"),
        body=_("Loan %(number)s was due on %(due)s. Nobody has recorded a chase."),
    ),
    "lending.register-proposed": Notice(
        subject=_("The lending register of %(year)s waits for your confirmation"),
        body=_("Please look through the register of %(year)s before it is published."),
    ),
}

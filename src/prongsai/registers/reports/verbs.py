"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "reports.approved": pgettext_lazy("history", "Report approved"),
    "reports.begun": pgettext_lazy("history", "Report begun"),
    "reports.cover-set": pgettext_lazy("history", "Title or day of a report changed"),
    "reports.figures-run": pgettext_lazy("history", "Figures of a report run again"),
    "reports.overridden": pgettext_lazy("history", "Errors of a report allowed"),
    "reports.published": pgettext_lazy("history", "Report published"),
    "reports.refused": pgettext_lazy("history", "Report not approved"),
    "reports.restored": pgettext_lazy("history", "Drafted text of a report restored"),
    "reports.submitted": pgettext_lazy("history", "Report submitted"),
    "reports.taken-back": pgettext_lazy("history", "Report taken back"),
    "reports.voided": pgettext_lazy("history", "Decision on a report void"),
    "reports.written": pgettext_lazy("history", "Text of a report written"),
}

"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "measures.added": pgettext_lazy("history", "Measure added"),
    "measures.begun": pgettext_lazy("history", "Measure begun"),
    "measures.copied": pgettext_lazy("history", "Measures copied from an earlier year"),
    "measures.dropped": pgettext_lazy("history", "Measure given up"),
    "measures.edited": pgettext_lazy("history", "Measure changed"),
    "measures.evidence-expired": pgettext_lazy(
        "history", "Measure lowered because its evidence had expired"
    ),
    "measures.figures-taken": pgettext_lazy("history", "Figures run at the cut-off"),
    "measures.line-edited": pgettext_lazy("history", "Output or outcome corrected"),
    "measures.line-removed": pgettext_lazy("history", "Output or outcome removed"),
    "measures.line-written": pgettext_lazy("history", "Output or outcome written"),
    "measures.measure-closed": pgettext_lazy("history", "Measure closed"),
    "measures.measure-reported": pgettext_lazy("history", "Measure reported as done"),
    "measures.moved": pgettext_lazy("history", "Measure moved in the plan"),
    "measures.no-number-stated": pgettext_lazy(
        "history", "Reason for a missing number stated"
    ),
    "measures.part-accepted": pgettext_lazy("history", "Part of a division accepted"),
    "measures.part-given": pgettext_lazy("history", "Part given to a division"),
    "measures.part-returned": pgettext_lazy("history", "Part of a division returned"),
    "measures.part-submitted": pgettext_lazy("history", "Part of a division submitted"),
    "measures.part-written": pgettext_lazy("history", "Part of a division written"),
    "measures.plan-approved": pgettext_lazy("history", "Plan approved"),
    "measures.plan-begun": pgettext_lazy("history", "Plan begun"),
    "measures.plan-closed": pgettext_lazy("history", "Plan closed"),
    "measures.plan-refused": pgettext_lazy("history", "Plan not approved"),
    "measures.plan-renamed": pgettext_lazy(
        "history", "Title or result of the plan changed"
    ),
    "measures.plan-reopened": pgettext_lazy("history", "Plan opened again"),
    "measures.plan-taken-back": pgettext_lazy("history", "Plan made a draft again"),
    "measures.plan-voided": pgettext_lazy("history", "Approval of the plan void"),
    "measures.proposed": pgettext_lazy("history", "Plan put into a memo"),
    "measures.reading-taken": pgettext_lazy(
        "history", "Measures taken over from a report"
    ),
    "measures.removed": pgettext_lazy("history", "Draft of a measure removed"),
    "measures.said": pgettext_lazy("history", "Progress of a measure said"),
    "measures.sent-back": pgettext_lazy("history", "Measure sent back"),
    "measures.step-added": pgettext_lazy("history", "Step added"),
    "measures.step-done": pgettext_lazy("history", "Step done"),
    "measures.step-edited": pgettext_lazy("history", "Step changed"),
    "measures.step-expanded": pgettext_lazy(
        "history", "Step made one line for each division"
    ),
    "measures.step-moved": pgettext_lazy("history", "Step moved"),
    "measures.step-removed": pgettext_lazy("history", "Step removed"),
    "measures.step-undone": pgettext_lazy("history", "Step open again"),
}

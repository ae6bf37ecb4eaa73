"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "assessments.check-entered": pgettext_lazy(
        "history", "Own check of an item entered"
    ),
    "assessments.check-removed": pgettext_lazy(
        "history", "Own check of an item removed"
    ),
    "assessments.result-changed": pgettext_lazy(
        "history", "Result of a year corrected"
    ),
    "assessments.result-confirmed": pgettext_lazy(
        "history", "Result of a year confirmed"
    ),
    "assessments.result-discarded": pgettext_lazy(
        "history", "Draft of a result thrown away"
    ),
    "assessments.result-entered": pgettext_lazy("history", "Result of a year entered"),
    "assessments.result-reopened": pgettext_lazy(
        "history", "Result of a year opened again"
    ),
    "assessments.sheet-discarded": pgettext_lazy(
        "history", "Sheet of results thrown away"
    ),
    "assessments.sheet-read": pgettext_lazy("history", "Sheet of results read"),
    "assessments.sheet-taken": pgettext_lazy("history", "Sheet of results entered"),
    "assessments.analysis-drafted": pgettext_lazy(
        "history", "Analysis drafted from figures"
    ),
    "assessments.analysis-drafted-again": pgettext_lazy(
        "history", "Analysis replaced by a new draft"
    ),
    "assessments.analysis-edited": pgettext_lazy("history", "Analysis edited"),
    "assessments.carry-confirmed": pgettext_lazy(
        "history", "Continuation of an item confirmed"
    ),
    "assessments.check-carried": pgettext_lazy(
        "history", "Own check of an item copied from last year"
    ),
    "assessments.reading-begun": pgettext_lazy(
        "history", "Report file received for reading"
    ),
    "assessments.reading-discarded": pgettext_lazy(
        "history", "Reading of a report discarded"
    ),
    "assessments.reading-failed": pgettext_lazy(
        "history", "Report file could not be read"
    ),
    "assessments.report-read": pgettext_lazy("history", "Report file read"),
    "assessments.scores-taken": pgettext_lazy(
        "history", "Values of a report taken over"
    ),
    "assessments.value-confirmed": pgettext_lazy(
        "history", "Value read from a report confirmed"
    ),
    "assessments.values-confirmed": pgettext_lazy(
        "history", "Values read from a report confirmed"
    ),
}

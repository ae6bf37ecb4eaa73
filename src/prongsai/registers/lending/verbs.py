"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "lending.asset-condition": pgettext_lazy(
        "history", "Condition of an asset recorded"
    ),
    "lending.asset-edited": pgettext_lazy("history", "Asset corrected"),
    "lending.asset-found": pgettext_lazy("history", "Missing asset found"),
    "lending.asset-lost": pgettext_lazy("history", "Asset recorded as lost"),
    "lending.asset-missing": pgettext_lazy("history", "Asset reported missing"),
    "lending.asset-moved": pgettext_lazy("history", "Asset moved"),
    "lending.asset-photos": pgettext_lazy("history", "Photos of an asset added"),
    "lending.asset-registered": pgettext_lazy("history", "Asset registered"),
    "lending.asset-repaired": pgettext_lazy("history", "Asset back from repair"),
    "lending.asset-sent-to-repair": pgettext_lazy("history", "Asset sent to repair"),
    "lending.asset-struck-off": pgettext_lazy("history", "Asset struck off"),
    "lending.borrower-heard": pgettext_lazy("history", "Borrower heard"),
    "lending.borrower-reminded": pgettext_lazy("history", "Borrower reminded"),
    "lending.cancelled": pgettext_lazy("history", "Loan cancelled"),
    "lending.chased": pgettext_lazy("history", "Return chased"),
    "lending.check-approved": pgettext_lazy("history", "Stock check approved"),
    "lending.check-cancelled": pgettext_lazy("history", "Stock check cancelled"),
    "lending.check-closed": pgettext_lazy("history", "Stock check closed"),
    "lending.check-memo": pgettext_lazy("history", "Memo of a stock check drafted"),
    "lending.check-opened": pgettext_lazy("history", "Stock check opened"),
    "lending.check-reported": pgettext_lazy("history", "Stock check reported"),
    "lending.check-sent-back": pgettext_lazy("history", "Stock check sent back"),
    "lending.check-started": pgettext_lazy("history", "Stock check started"),
    "lending.checked": pgettext_lazy("history", "Request checked"),
    "lending.closed": pgettext_lazy("history", "Loan closed"),
    "lending.disposal-told": pgettext_lazy(
        "history", "Disposal reported to the audit office"
    ),
    "lending.extension-asked": pgettext_lazy("history", "Extension asked for"),
    "lending.group-added": pgettext_lazy("history", "Group of assets added"),
    "lending.group-edited": pgettext_lazy("history", "Group of assets corrected"),
    "lending.handed-over": pgettext_lazy("history", "Assets handed over"),
    "lending.identity-cleared": pgettext_lazy("history", "Identity number removed"),
    "lending.import-confirmed": pgettext_lazy("history", "Import confirmed"),
    "lending.import-discarded": pgettext_lazy("history", "Import discarded"),
    "lending.import-read": pgettext_lazy("history", "File to import read"),
    "lending.line-counted": pgettext_lazy("history", "Line of a stock check counted"),
    "lending.made-good": pgettext_lazy("history", "Damage made good"),
    "lending.register-confirmed": pgettext_lazy(
        "history", "Register confirmed for publication"
    ),
    "lending.register-proposed": pgettext_lazy(
        "history", "Register proposed for publication"
    ),
    "lending.reminder-listed": pgettext_lazy("history", "Reminder put on the list"),
    "lending.requested": pgettext_lazy("history", "Loan requested"),
    "lending.rest-not-found": pgettext_lazy(
        "history", "Lines not counted recorded as not found"
    ),
    "lending.settlement-opened": pgettext_lazy("history", "Settlement opened"),
    "lending.surplus-found": pgettext_lazy("history", "Surplus found"),
    "lending.surplus-removed": pgettext_lazy("history", "Surplus removed"),
    "lending.taken-back": pgettext_lazy("history", "Assets taken back"),
}

"""The history of this register in words."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

VERBS: dict[str, Promise] = {
    "disclosure.assigned": pgettext_lazy("history", "Keeper or due date changed"),
    "disclosure.carried": pgettext_lazy("history", "Carried over from an earlier year"),
    "disclosure.composed": pgettext_lazy("history", "Item frozen"),
    "disclosure.exempted": pgettext_lazy("history", "Element exempted"),
    "disclosure.exemption-taken-back": pgettext_lazy(
        "history", "Exemption of an element ended"
    ),
    "disclosure.explained": pgettext_lazy("history", "Public reason changed"),
    "disclosure.item-carried": pgettext_lazy(
        "history", "Item carried over from an earlier year"
    ),
    "disclosure.part-added": pgettext_lazy("history", "Part added"),
    "disclosure.part-edited": pgettext_lazy("history", "Part changed"),
    "disclosure.part-moved": pgettext_lazy("history", "Part moved"),
    "disclosure.part-removed": pgettext_lazy("history", "Part removed"),
    "disclosure.proposed": pgettext_lazy("history", "Item put into a memo"),
    "disclosure.published": pgettext_lazy("history", "Item published"),
    "disclosure.refused": pgettext_lazy("history", "Item not approved"),
    "disclosure.renewed": pgettext_lazy("history", "Newer framework taken over"),
    "disclosure.table-uploaded": pgettext_lazy("history", "Table uploaded"),
    "disclosure.taken-back": pgettext_lazy("history", "Item made a draft again"),
    "disclosure.voided": pgettext_lazy("history", "Approval of the item void"),
    "disclosure.window-set": pgettext_lazy("history", "Window changed"),
    "disclosure.withdrawn": pgettext_lazy("history", "Item taken back from the public"),
    "disclosure.year-opened": pgettext_lazy("history", "Year of disclosure opened"),
    "disclosure.checked": pgettext_lazy("history", "Item checked"),
    "disclosure.outdated": pgettext_lazy("history", "Item found outdated"),
    "disclosure.current-again": pgettext_lazy("history", "Item is current again"),
    "disclosure.broke": pgettext_lazy("history", "Item found broken by the watcher"),
    "disclosure.opened-again": pgettext_lazy("history", "Item opens again"),
    "disclosure.pack-made": pgettext_lazy("history", "Evidence pack made"),
}

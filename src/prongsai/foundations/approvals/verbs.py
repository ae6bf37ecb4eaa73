"""What the deeds of approvals are called in history; no word of what a memo is about."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "approvals.chain_changed": _("Chain of approval changed"),
    "approvals.chain_made": _("Chain of approval added"),
    "approvals.chain_provided": _("Usual chain of approval made"),
    "approvals.decided": _("Memorandum decided"),
    "approvals.delegated": _("Step of a memorandum left to somebody else"),
    "approvals.drafted": _("Memorandum drafted"),
    "approvals.edited": _("Memorandum edited"),
    "approvals.endorsed": _("Opinion given on a memorandum"),
    "approvals.interest_declared": _("Interest in a memorandum declared"),
    "approvals.paper_confirmed": _("Decision on paper confirmed"),
    "approvals.paper_recorded": _("Decision on paper recorded"),
    "approvals.paper_rejected": _("Decision on paper not confirmed"),
    "approvals.passed_up": _("Step of a memorandum passed up the chain"),
    "approvals.recalled": _("Memorandum recalled"),
    "approvals.refused": _("Memorandum not approved"),
    "approvals.returned": _("Memorandum returned for correction"),
    "approvals.skipped_vacant": _("Vacant step of a memorandum passed over"),
    "approvals.submitted": _("Memorandum submitted"),
    "approvals.voided": _("Opinions on a memorandum made void"),
    "approvals.withdrawn": _("Memorandum withdrawn"),
}

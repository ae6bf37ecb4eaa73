"""What approvals tell people; never what a memo is about."""

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.notifications.notices import Notice

NOTICES = {
    "approvals.your-turn": Notice(
        subject=_("Memorandum no. %(number)s waits for you"),
        body=_("Memorandum no. %(number)s waits for your opinion or decision."),
    ),
    "approvals.returned": Notice(
        subject=_("Memorandum no. %(number)s was returned to you"),
        body=_("Memorandum no. %(number)s was returned with a reason. Correct it."),
    ),
    "approvals.decided": Notice(
        subject=_("Memorandum no. %(number)s was decided"),
        body=_("A decision was made on memorandum no. %(number)s."),
    ),
    "approvals.refused": Notice(
        subject=_("Memorandum no. %(number)s was not approved"),
        body=_("Memorandum no. %(number)s was not approved. The reasons are in it."),
    ),
    "approvals.assigned": Notice(
        subject=_("Memorandum no. %(number)s is assigned to your division"),
        body=_(
            "By the decision on memorandum no. %(number)s your division acts on it."
        ),
    ),
    "approvals.recalled": Notice(
        subject=_("Memorandum no. %(number)s was recalled"),
        body=_("The proposer took memorandum no. %(number)s back. Nothing is due."),
    ),
    "approvals.voided": Notice(
        subject=_("Opinions on memorandum no. %(number)s are void"),
        body=_(
            "The content of memorandum no. %(number)s changed, so what was said of it "
            "no longer counts."
        ),
    ),
    "approvals.vacant": Notice(
        subject=_("A memorandum waits for an appointment"),
        body=_(
            "A post is vacant and nobody acts for it, so a memorandum waits. Enter an "
            "acting appointment with its order number."
        ),
    ),
    "approvals.paper": Notice(
        subject=_("Confirm a decision on paper: memorandum no. %(number)s"),
        body=_(
            "A decision signed on paper was recorded for memorandum no. %(number)s. "
            "Compare it with the scan and confirm it."
        ),
    ),
    "approvals.paper-rejected": Notice(
        subject=_("Decision on paper not confirmed: memorandum no. %(number)s"),
        body=_(
            "The decision on paper you recorded for memorandum no. %(number)s was not "
            "confirmed. Read the reason and record it again."
        ),
    ),
}

"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "accounts.identity_added": pgettext_lazy(
        "history", "Account of another provider connected"
    ),
    "accounts.identity_removed": pgettext_lazy(
        "history", "Account of another provider removed"
    ),
    "accounts.key_added": pgettext_lazy("history", "Security key added"),
    "accounts.key_removed": pgettext_lazy("history", "Security key removed"),
    "accounts.password_changed": pgettext_lazy("history", "Password changed"),
    "accounts.password_reset": pgettext_lazy("history", "Password reset"),
    "accounts.password_set": pgettext_lazy("history", "Password set"),
    "accounts.recovery_codes_made": pgettext_lazy("history", "Recovery codes made"),
    "accounts.sign_in_failed": pgettext_lazy("history", "Sign-in failed"),
    "accounts.signed_in": pgettext_lazy("history", "Signed in"),
    "accounts.totp_added": pgettext_lazy("history", "Authenticator app added"),
    "accounts.totp_removed": pgettext_lazy("history", "Authenticator app removed"),
    "office.closure_added": pgettext_lazy("history", "Day of closure added"),
    "office.closure_removed": pgettext_lazy("history", "Day of closure removed"),
    "office.division_added": pgettext_lazy("history", "Division added"),
    "office.division_edited": pgettext_lazy("history", "Division corrected"),
    "office.division_restored": pgettext_lazy("history", "Division in use again"),
    "office.division_retired": pgettext_lazy("history", "Division no longer in use"),
    "office.edited": pgettext_lazy("history", "Office corrected"),
    "office.founded": pgettext_lazy("history", "Office set up"),
    "office.hours_set": pgettext_lazy("history", "Working hours set"),
    "office.seal_set": pgettext_lazy("history", "Seal of the office set"),
    "office.renamed": pgettext_lazy("history", "Office renamed"),
    "people.acting_appointed": pgettext_lazy("history", "Acting appointment entered"),
    "people.acting_ended": pgettext_lazy("history", "Acting appointment ended"),
    "people.closed": pgettext_lazy("history", "Account closed"),
    "people.edited": pgettext_lazy("history", "Person corrected"),
    "people.factors_removed": pgettext_lazy("history", "Second factors removed"),
    "people.invitation_accepted": pgettext_lazy("history", "Invitation accepted"),
    "people.invited": pgettext_lazy("history", "Person invited"),
    "people.invited_again": pgettext_lazy("history", "Person invited again"),
    "people.phone_changed": pgettext_lazy("history", "Own telephone changed"),
    "people.post_ended": pgettext_lazy("history", "Post ended"),
    "people.post_given": pgettext_lazy("history", "Post given"),
    "people.reopened": pgettext_lazy("history", "Account opened again"),
    "people.session_ended": pgettext_lazy("history", "Session ended"),
}

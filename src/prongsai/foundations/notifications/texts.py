"""What an e-mail says: the notice, a link to it, who sent it; in the receiver's language."""

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.foundations.notifications import addresses
from prongsai.foundations.notifications.models import Letter, Notification
from prongsai.foundations.notifications.queries import preference_of


def message_of(letter: Letter) -> EmailMessage:
    """Return the e-mail of a letter.

    Its Message-ID is always the same: should a letter be handed over twice, because a
    machine died between sending and noting it, mail programs show it once.
    """
    site = addresses.site_of(letter.organisation)
    with translation.override(preference_of(letter.receiver).language):
        subject, body = _texts(letter, site)
        end = _("%(office)s. This message was sent by a machine; please do not answer.")
        body += "\n\n-- \n" + end % {"office": letter.organisation} + "\n"
    return EmailMessage(
        subject=subject,
        body=body,
        to=[letter.receiver.email],
        headers={
            "Message-ID": _identity(letter, addresses.host_of(site)),
            "Auto-Submitted": "auto-generated",
        },
    )


def _texts(letter: Letter, site: str) -> tuple[str, str]:
    notices = list(letter.notifications.order_by("told_at", "pk"))
    if not letter.is_digest:
        subject, body = notices[0].texts
        return subject, f"{body}\n\n{_link(notices[0], site)}"
    count = len(notices)
    subject = ngettext("%(count)d new notice", "%(count)d new notices", count)
    lines = [f"• {one.subject}\n  {_link(one, site)}" for one in notices]
    return subject % {"count": count}, "\n\n".join(lines)


def _link(notice: Notification, site: str) -> str:
    return f"{site}/staff/inbox/{notice.pk}/"


def _identity(letter: Letter, host: str) -> str:
    secret = salted_hmac("letter", f"{letter.organisation_id}:{letter.pk}").hexdigest()
    return f"<{letter.pk}.{secret[:24]}@{host}>"

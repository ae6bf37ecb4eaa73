"""The mail by which a person is invited; it says the office and the link, no more."""

from smtplib import SMTPException

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Organisation


def send(person: User, *, office: Organisation, link: str) -> bool:
    """Send it; answer whether the mail server took it."""
    if not person.email:
        return False
    text = render_to_string(
        "administration/invitation.txt",
        {"person": person, "office": office, "link": link},
    )
    try:
        return bool(
            send_mail(_("Your account at %s") % office, text, None, [person.email])
        )
    except (OSError, SMTPException):
        return False

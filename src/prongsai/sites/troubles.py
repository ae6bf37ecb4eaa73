"""What pages of error say: the status, what happened, what to do."""

from dataclasses import dataclass
from http import HTTPStatus

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """One kind of trouble in plain words."""

    status: HTTPStatus
    title: str | Promise
    text: str | Promise
    advice: str | Promise = ""
    tone: str = "warn"


REFUSED = Trouble(
    status=HTTPStatus.CONFLICT,
    title=_("This cannot be done now"),
    text=_("The rules, or the state things are in by now, do not allow it."),
    advice=_("Nothing was changed. Look at the page again before you go on."),
)
STALE_FORM = Trouble(
    status=HTTPStatus.FORBIDDEN,
    title=_("Please send the form again"),
    text=_(
        "For your safety we could not take it: the page had been open for a long time, "
        "or you signed in again meanwhile, or your browser refuses cookies."
    ),
    advice=_("Go back, load the page again, and send the form once more."),
)
BUSY = Trouble(
    status=HTTPStatus.SERVICE_UNAVAILABLE,
    title=_("The system is busy"),
    text=_("The database could not answer in time. Nothing was changed."),
    advice=_("Please wait a moment and send it again."),
)
DISK_FULL = Trouble(
    status=HTTPStatus.SERVICE_UNAVAILABLE,
    title=_("No room is left to store anything"),
    text=_("The disk of the server is full, so nothing was stored or changed."),
    advice=_("Please tell the administrator, and send it again later."),
    tone="bad",
)
TROUBLES = {
    HTTPStatus.BAD_REQUEST: Trouble(
        status=HTTPStatus.BAD_REQUEST,
        title=_("We could not read this request"),
        text=_("It was damaged on its way, or it was larger than we can take."),
        advice=_("Go back and try again; with files, send fewer or smaller ones."),
    ),
    HTTPStatus.UNAUTHORIZED: Trouble(
        status=HTTPStatus.UNAUTHORIZED,
        title=_("You have been signed out"),
        text=_("You were signed out before the form arrived. Nothing was changed."),
        advice=_("Sign in again and send the form once more."),
    ),
    HTTPStatus.FORBIDDEN: Trouble(
        status=HTTPStatus.FORBIDDEN,
        title=_("You may not do this"),
        text=_("It belongs to another post than those you hold today."),
        advice=_("If it should be yours, ask the administrator to look at your posts."),
    ),
    HTTPStatus.NOT_FOUND: Trouble(
        status=HTTPStatus.NOT_FOUND,
        title=_("This page is not here"),
        text=_("The address may be mistyped, or the page was moved or removed."),
        advice=_("Check the address, or begin at the first page."),
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: Trouble(
        status=HTTPStatus.METHOD_NOT_ALLOWED,
        title=_("Nothing can be opened at this address"),
        text=_("It only takes what a button or a form sends."),
        advice=_("Go back to the page with the button."),
    ),
    HTTPStatus.TOO_MANY_REQUESTS: Trouble(
        status=HTTPStatus.TOO_MANY_REQUESTS,
        title=_("Too many attempts"),
        text=_("To protect accounts we take no further attempts for some minutes."),
        advice=_(
            "Wait a few minutes and try again. If you forgot your password, ask for a "
            "new one."
        ),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: Trouble(
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
        title=_("Something went wrong on our side"),
        text=_("It is our mistake, not yours. It has been written down for repair."),
        advice=_(
            "Please try again later; if it happens again, tell the administrator."
        ),
        tone="bad",
    ),
}
"""By status, for everything that needs no words of its own."""

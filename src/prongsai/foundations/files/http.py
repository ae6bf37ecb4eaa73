"""What uploads need of a request: a limit before it is read, and who sends it."""

import secrets
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.module_loading import import_string

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.errors import NoSpace, RequestTooLarge
from prongsai.foundations.files.rules import MEGABYTE
from prongsai.foundations.files.uploading import Uploader, uploading_as

SESSION_KEY = "files"


class Uploads:
    """Reads what a form sends before any view, and refuses in words what is too much.

    Stands below the sign-in, because it remembers who sends. The page of a refusal is
    drawn by whoever draws refusals of deeds (the setting ``SPOKEN_ERRORS``).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.speak = import_string(settings.SPOKEN_ERRORS)(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Read the form, then pass on in the sender's name."""
        if request.method != "POST":
            return self.get_response(request)  # reading a session would forbid caching
        try:
            request.POST  # noqa: B018  # reading it is what may fail
        except RequestDataTooBig:
            return self._refused(request, _too_large(request))
        except NoSpace as error:
            return self._refused(request, error)
        with uploading_as(uploader_of(request)):
            return self.get_response(request)

    def _refused(
        self, request: HttpRequest, error: NoSpace | RequestTooLarge
    ) -> HttpResponse:
        answer: HttpResponse = self.speak.process_exception(request, error)
        full = isinstance(error, NoSpace)
        answer.status_code = (
            HTTPStatus.INSUFFICIENT_STORAGE
            if full
            else HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        )
        return answer


def _too_large(request: HttpRequest) -> RequestTooLarge:
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    is_form_with_files = request.content_type == "multipart/form-data"
    limit = (
        settings.PRONGSAI_UPLOAD_MB
        if is_form_with_files and size > settings.PRONGSAI_UPLOAD_MB * MEGABYTE
        else settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MEGABYTE
    )
    return RequestTooLarge(size_mb=f"{size / MEGABYTE:.0f}", limit_mb=limit)


def uploader_of(request: HttpRequest) -> Uploader:
    """Return who sends this request; a citizen is known by a token in the session."""
    user = request.user if isinstance(request.user, User) else None
    token = request.session.get(SESSION_KEY, "")
    if user is None and not token and request.FILES:
        token = request.session[SESSION_KEY] = secrets.token_urlsafe(16)
    return Uploader(by=user, at=timezone.now(), token=token)

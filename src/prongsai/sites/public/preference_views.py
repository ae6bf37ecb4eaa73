"""What a reader chooses for themselves, and the stylesheet in the office's colour."""

from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from prongsai.ui.colours import is_colour
from prongsai.ui.components.page import SIZE_COOKIE, SIZES
from prongsai.ui.stylesheet import common_rules, theme

A_YEAR = 365 * 24 * 3600


@csrf_exempt  # a reader's own preference, no deed
@require_POST
def set_text_size(request: HttpRequest) -> HttpResponse:
    """Remember the size of text and go back to the page."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    size = request.POST.get("size", "")
    if size not in SIZES:
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    response.set_cookie(
        SIZE_COOKIE,
        size,
        max_age=A_YEAR,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@require_safe
@cache_control(public=True, max_age=A_YEAR, immutable=True)
@gzip_page
def stylesheet(request: HttpRequest, digest: str, colour: str) -> HttpResponse:
    """Serve the look; the address changes whenever the look does."""
    if not is_colour(f"#{colour}"):
        raise Http404
    return HttpResponse(theme(f"#{colour}") + common_rules(), content_type="text/css")

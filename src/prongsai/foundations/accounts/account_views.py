"""The library's pages, with what this project asks of every address: a plain 404."""

from typing import Any

from allauth.account.views import PasswordResetFromKeyView
from allauth.mfa.webauthn import views as keys
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts import queries


@require_safe
def entrance(request: HttpRequest) -> HttpResponse:
    """Go to one's own account, by way of signing in."""
    return redirect("people:me")


class _PasswordByLink(PasswordResetFromKeyView):  # type: ignore[misc]  # untyped library
    """Says 404, in words, when a link is used up, too old or somebody else's."""

    http_method_names = ["get", "head", "post"]

    def render_to_response(self, context: dict[str, Any]) -> HttpResponse:
        answer: HttpResponse = super().render_to_response(context)
        if context.get("token_fail"):
            answer.status_code = 404
        return answer


_password_by_link = _PasswordByLink.as_view()


@require_http_methods(["GET", "HEAD", "POST"])
def password_by_link(request: HttpRequest, uidb36: str, key: str) -> HttpResponseBase:
    answer: HttpResponseBase = _password_by_link(request, uidb36=uidb36, key=key)
    return answer


def _own_key(request: HttpRequest, pk: int) -> None:
    """Find a security key of who asks, or nothing."""
    mine = queries.second_factors().filter(user=request.user.pk)
    get_object_or_404(mine, pk=pk)


def remove_key(request: HttpRequest, pk: int) -> HttpResponseBase:
    _own_key(request, pk)
    answer: HttpResponseBase = keys.remove_webauthn(request, pk=pk)
    return answer


def edit_key(request: HttpRequest, pk: int) -> HttpResponseBase:
    _own_key(request, pk)
    answer: HttpResponseBase = keys.edit_webauthn(request, pk=pk)
    return answer

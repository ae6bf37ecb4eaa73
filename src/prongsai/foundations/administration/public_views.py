"""Where an invitation leads: a person sets the first password, without signing in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts import invitations
from prongsai.foundations.administration.actions import people as actions
from prongsai.foundations.administration.forms.people import PasswordForm
from prongsai.foundations.organisations.http import OfficeRequest

KEY = "prongsai.invitation"
"""Where the key waits, so that no page that knows it leads anywhere else."""


@require_safe
@never_cache
def open_invitation(request: OfficeRequest, key: str) -> HttpResponse:
    if invitations.person_of(key, at=timezone.now()) is None:
        return _refused(request)
    request.session[KEY] = key
    return redirect("invitations:accept")


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def accept(request: OfficeRequest) -> HttpResponse:
    now = timezone.now()
    person = invitations.person_of(request.session.get(KEY, ""), at=now)
    if person is None:
        return _refused(request)
    form = PasswordForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"]
        actions.accept_invitation(person, password=password, by=None, at=now)
        del request.session[KEY]
        messages.success(request, _("Your password is set. Please sign in with it."))
        return redirect("account_login")
    return render(
        request, "administration/accept.html", {"form": form, "person": person}
    )


def _refused(request: OfficeRequest) -> HttpResponse:
    return render(request, "administration/invitation_over.html", status=404)

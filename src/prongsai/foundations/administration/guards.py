"""Doors before pages: administrators only, or auditors too."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils import timezone

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.administration import permissions

P = ParamSpec("P")
R = TypeVar("R", bound=StaffRequest)
View = Callable[Concatenate[R, P], HttpResponse]


def administrators_only(view: View[R, P]) -> View[R, P]:
    """Refuse everybody who does not keep people and the office."""

    @wraps(view)
    def inner(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not permissions.can_administer(request.user, on=timezone.localdate()):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return inner

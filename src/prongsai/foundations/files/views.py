"""Downloads: private ones for those who may, public copies for everyone."""

from django.http import Http404, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import actions, queries
from prongsai.foundations.files.answering import answer, unchanged
from prongsai.foundations.files.http import uploader_of
from prongsai.foundations.organisations.http import OfficeRequest


@require_safe
def download(request: OfficeRequest, pk: int, name: str) -> HttpResponseBase:
    holder = uploader_of(request).holder
    file = queries.readable(request.user, pk=pk, name=name, holder=holder)
    if file is None:
        raise Http404
    if known := unchanged(request, file):
        return known
    reader = request.user if isinstance(request.user, User) else None
    return answer(file, actions.open_file(file, by=reader, at=timezone.now()))


@require_safe
def public(request: OfficeRequest, prefix: str, name: str) -> HttpResponseBase:
    file = queries.published(prefix=prefix, name=name)
    if file is None:
        raise Http404
    if known := unchanged(request, file):
        return known
    return answer(file, actions.open_file(file, by=None, at=timezone.now()))

"""What the office has published, and the way to take it back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.publications import actions, permissions, queries
from prongsai.foundations.publications.forms import WithdrawForm
from prongsai.foundations.submissions.http import once

_PER_PAGE = 25


@require_safe
def index(request: StaffRequest) -> HttpResponse:
    pages = Paginator(queries.newest_versions(), _PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "standings": [queries.standing_of_newest(version) for version in page],
        "may_withdraw": permissions.can_withdraw(request.user, on=timezone.localdate()),
    }
    return render(request, "publications/staff/index.html", context)


@once
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    publication = get_object_or_404(queries.visible_to(request.user), pk=pk)
    if not permissions.can_withdraw(request.user, on=timezone.localdate()):
        raise PermissionDenied
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(
            publication, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Withdrawn. The page says so from now on."))
        return redirect("publications:index")
    context = {"form": form, "publication": publication}
    return render(request, "publications/staff/withdraw.html", context)

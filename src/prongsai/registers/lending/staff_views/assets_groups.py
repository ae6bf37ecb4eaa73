"""The groups of assets and how long things of each are used."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.lending.actions import groups as actions
from prongsai.registers.lending.forms.assets import GroupForm
from prongsai.registers.lending.models.assets import AssetGroup
from prongsai.registers.lending.permissions import assets as permissions
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.staff_views.finding import assets_trail, must_manage
from prongsai.ui.tables import Cell, Column, Row, Table


@require_safe
def groups(request: StaffRequest) -> HttpResponse:
    """All groups."""
    can_manage = permissions.can_manage_assets(request.user, on=today())
    context = {
        "table": _table(queries.groups(), is_linked=can_manage),
        "can_manage": can_manage,
        "trail": assets_trail((_("Asset groups"), "")),
    }
    return render(request, "lending/staff/assets/groups.html", context)


@require_http_methods(["GET", "POST"])
@once
def new_group(request: StaffRequest) -> HttpResponse:
    """A new group."""
    must_manage(request)
    return _group_page(request, GroupForm(request.POST or None), _("New group"))


@require_http_methods(["GET", "POST"])
@once
def edit_group(request: StaffRequest, pk: int) -> HttpResponse:
    """A correction of a group."""
    found = get_object_or_404(queries.groups(), pk=pk)
    must_manage(request)
    form = GroupForm(request.POST or None, instance=found)
    return _group_page(request, form, _("Correct the group"))


def _group_page(request: StaffRequest, form: GroupForm, title: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        actions.save_group(form.instance, by=request.user, at=timezone.now())
        messages.success(request, _("The group is kept."))
        return redirect("lending:groups")
    back = reverse("lending:groups")
    trail = assets_trail((_("Asset groups"), back), (title, ""))
    page = FormPage(title=title, submit=_("Save"), back=back, trail=trail)
    return form_page(request, form, page)


def _table(groups: QuerySet[AssetGroup], *, is_linked: bool) -> Table:
    """The groups as a table, each below what it is part of."""
    columns = [
        Column("code", _("Group code")),
        Column("name", _("Name")),
        Column("parent", _("Part of")),
        Column("life", _("Useful life in years"), numeric=True),
    ]
    rows = [
        Row(
            cells=[
                group.code,
                group.name,
                "" if group.parent is None else group.parent.code,
                Cell(str(group.useful_life or "")),
            ],
            href=reverse("lending:group_edit", args=[group.pk]) if is_linked else "",
        )
        for group in groups.select_related("parent")
    ]
    return Table(_("Asset groups"), columns=columns, rows=rows)

"""The pages on which an administrator gives posts and puts down orders."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.foundations.accounts import queries
from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.foundations.administration.actions import posts as actions
from prongsai.foundations.administration.forms.people import (
    EndForm,
    OrderForm,
    PostForm,
)
from prongsai.foundations.administration.guards import administrators_only
from prongsai.foundations.administration.proposals import titles_for
from prongsai.foundations.submissions.http import once

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@read_or_send
@administrators_only
@once
def give(request: StaffRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people(), pk=pk)
    form = PostForm(request.POST or None, initial={"starts_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        actions.give(person, form.duty, by=request.user, at=timezone.now())
        messages.success(request, _("The post is given."))
        return redirect(person)
    page = _page(request, form, title=_("Give a post"), person=person)
    return render(request, "administration/post_form.html", page)


@read_or_send
@administrators_only
@once
def appoint(request: StaffRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people(), pk=pk)
    form = OrderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.appoint(
            person, form.duty, form.order, by=request.user, at=timezone.now()
        )
        messages.success(request, _("The order is put down."))
        return redirect(person)
    page = _page(
        request, form, title=_("Appoint to act for another post"), person=person
    )
    return render(request, "administration/post_form.html", page)


@read_or_send
@administrators_only
@once
def end(request: StaffRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(queries.posts(), pk=pk)
    form = EndForm(request.POST or None, initial={"ends_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["ends_on"]
        actions.end(post, ends_on=day, by=request.user, at=timezone.now())
        messages.success(request, _("The last day is noted."))
        return redirect(post.user)
    page = _page(request, form, title=_("End: %s") % post, person=post.user)
    return render(request, "administration/form.html", page)


@read_or_send
@administrators_only
@once
def end_order(request: StaffRequest, pk: int) -> HttpResponse:
    order = get_object_or_404(queries.orders(), pk=pk)
    form = EndForm(request.POST or None, initial={"ends_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["ends_on"]
        actions.end_appointment(order, ends_on=day, by=request.user, at=timezone.now())
        messages.success(request, _("The last day is noted."))
        return redirect(order.user)
    page = _page(request, form, title=_("End: %s") % order, person=order.user)
    return render(request, "administration/form.html", page)


def _page(
    request: StaffRequest, form: object, *, person: User, title: str
) -> dict[str, object]:
    return {
        "form": form,
        "person": person,
        "title": title,
        "proposals": titles_for(request.organisation),
        "trail": [
            (_("People"), reverse("people:list")),
            (str(person), person.get_absolute_url()),
            (title, ""),
        ],
    }

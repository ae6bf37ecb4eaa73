"""Writing a text of a report oneself, or letting the drafted one stand again."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.submissions.http import once
from prongsai.registers.reports import forms
from prongsai.registers.reports.actions import writing
from prongsai.registers.reports.queries.composing import compose
from prongsai.registers.reports.staff_views.finding import (
    page_about,
    written_report,
)
from prongsai.registers.reports.staff_views.preview import label_of


@require_http_methods(["GET", "POST"])
@once
def text(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """One text, beside what the records say there now."""
    found = written_report(request, pk)
    draft = compose(found)
    place = draft.texts.get(key)
    if place is None:
        raise Http404
    form = forms.TextForm(
        request.POST or None,
        instance=forms.shown_version(place.passage),
        initial={"text": place.text},
    )
    if request.method == "POST" and form.is_valid():
        said, version = form.cleaned_data["text"], form.expected_version
        writing.write(
            found, key, said, version=version, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Saved."))
        return redirect(f"{found.get_absolute_url()}#{key}")
    label = label_of(key, draft.content)
    page = replace(page_about(found, _("Write the text"), _("Save")), lead=label)
    context = {"form": form, "page": page, "trail": page.trail, "place": place}
    status = 422 if form.is_bound else 200
    return render(
        request, "reports/staff/text.html", context | {"report": found}, status=status
    )


@require_POST
@once
def restore(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """The text drafted from the records stands again."""
    found = written_report(request, pk)
    writing.restore(found, key, by=request.user, at=timezone.now())
    messages.success(request, _("The text drafted from the records stands again."))
    return redirect(f"{found.get_absolute_url()}#{key}")

"""The field receives, keeps what it has through a failed form, and trusts no hidden value."""

import pytest
from django import forms
from django.utils.datastructures import MultiValueDict

from prongsai.foundations.files.forms import FilesField, sign
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.files.uploading import (
    NobodyUploads,
    Uploader,
    uploading_as,
)
from tests.cast import NOW, make_user
from tests.prongsai.foundations.files.casting import make_kept, make_staged
from tests.prongsai.foundations.files.samples import PDF, upload

pytestmark = pytest.mark.django_db


class Letter(forms.Form):
    subject = forms.CharField()
    photos = FilesField(
        rules=FileRules(types=("image", "pdf"), max_bytes=50_000, max_count=2)
    )


def send(*uploads, by, token="", received=(), remove=(), subject="x", kind=Letter):
    """Send the form as a browser would."""
    data = MultiValueDict(
        {
            "subject": [subject],
            "photos-received": list(received),
            "photos-remove": list(remove),
        }
    )
    with uploading_as(Uploader(by=by, at=NOW, token=token)):
        form = kind(data, MultiValueDict({"photos": list(uploads)}))
        form.is_valid()
    return form


def test_files_come_out_as_received_files():
    alice = make_user()

    form = send(upload(), upload("b.pdf", PDF), by=alice)

    assert form.errors == {}
    assert [file.name for file in form.cleaned_data["photos"]] == [
        "ภาพถ่าย.jpg",
        "b.pdf",
    ]
    assert {file.uploaded_by for file in form.cleaned_data["photos"]} == {alice}


def test_files_are_kept_while_the_rest_of_the_form_is_put_right():
    alice = make_user()

    failed = send(upload(), by=alice, subject="")
    token = sign(StoredFile.objects.get())
    again = send(by=alice, received=[token])

    assert token in failed.as_p()
    assert "ภาพถ่าย.jpg" in failed.as_p()
    assert again.cleaned_data["photos"] == [StoredFile.objects.get()]


def test_a_refused_file_does_not_take_the_others_with_it():
    alice = make_user()

    form = send(upload(), upload("b.pdf", b"MZ\x90\x00"), by=alice)

    assert "b.pdf" in str(form.errors["photos"])
    assert "ภาพถ่าย.jpg" in form.as_p()
    assert StoredFile.objects.count() == 1


def test_a_ticked_file_is_dropped_for_good():
    alice = make_user()
    one, two = make_staged(by=alice), make_staged(by=alice, name="b.pdf", content=PDF)

    form = send(by=alice, received=[sign(one), sign(two)], remove=[sign(one)])

    assert form.cleaned_data["photos"] == [two]
    assert list(StoredFile.objects.all()) == [two]


def test_no_file_is_refused_only_where_one_is_asked_for():
    class Optional(Letter):
        photos = FilesField(rules=FileRules(), required=False)

    alice = make_user()

    asked, optional = send(by=alice), send(by=alice, kind=Optional)

    assert "photos" in asked.errors
    assert optional.cleaned_data["photos"] == []


def test_too_many_files_are_refused_and_counted_with_the_earlier_ones():
    alice = make_user()
    earlier = make_staged(by=alice)

    form = send(upload(), upload(), by=alice, received=[sign(earlier)])

    assert "3" in str(form.errors["photos"])
    assert StoredFile.objects.count() == 2


@pytest.mark.parametrize("value", ["", "1", "1:forged", "ก", "x" * 5000])
def test_a_forged_value_is_passed_over(value):
    alice = make_user()
    make_staged(by=make_user())

    form = send(upload(), by=alice, received=[value], remove=[value])

    assert [file.uploaded_by for file in form.cleaned_data["photos"]] == [alice]


def test_a_signed_value_of_somebody_else_is_worth_nothing():
    alice, bob = make_user(), make_user()
    hers = make_staged(by=alice)

    stolen = send(by=bob, received=[sign(hers)])
    dropped = send(upload(), by=bob, remove=[sign(hers)])

    assert "photos" in stolen.errors
    assert dropped.errors == {}
    assert StoredFile.objects.filter(pk=hers.pk).exists()


def test_a_citizens_files_belong_to_the_browser_they_came_from():
    make_user()
    first = send(upload(), by=None, token="browser-1", subject="")
    token = sign(StoredFile.objects.get())

    other = send(by=None, token="browser-2", received=[token])
    same = send(by=None, token="browser-1", received=[token])

    assert "subject" in first.errors
    assert "photos" in other.errors
    assert len(same.cleaned_data["photos"]) == 1


def test_a_kept_file_cannot_be_sent_in_again():
    kept = make_kept()

    form = send(by=kept.uploaded_by, received=[sign(kept)], remove=[sign(kept)])

    assert "photos" in form.errors
    assert StoredFile.objects.filter(pk=kept.pk).exists()


def test_the_field_says_what_it_takes():
    alice = make_user()

    page = send(by=alice).as_p()

    assert 'accept=".jpg,.jpeg,.png,.webp,.pdf"' in page
    assert 'type="file"' in page
    assert " multiple" in page


def test_the_browser_insists_on_a_file_only_while_none_is_here():
    alice = make_user()

    empty, failed = send(by=alice), send(upload(), by=alice, subject="")

    assert "required" in str(empty["photos"])
    assert "required" not in str(failed["photos"])


def test_everything_in_the_field_has_a_label():
    failed = send(upload(), by=make_user(), subject="")

    page = str(failed["photos"])

    assert 'id="id_photos"' in page
    assert 'aria-describedby="id_photos_limits"' in page
    assert 'for="id_photos_remove_1"' in page


def test_a_form_outside_a_request_says_so():
    with pytest.raises(NobodyUploads):
        Letter({"subject": "x"}).is_valid()

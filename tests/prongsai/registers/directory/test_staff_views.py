"""The pages of the directory in the back office, opened as the right person and the wrong."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.directory.models import (
    Channel,
    Duty,
    Officeholder,
    OfficeHours,
    Powers,
    Road,
    Seat,
    Term,
)
from prongsai.registers.directory.queries.public import snapshot
from tests.cast import client_of, make_division, make_office, make_user
from tests.chairs import (
    make_channel,
    make_duty,
    make_keeper,
    make_person,
    make_seat,
    make_term,
    picture,
    publish,
    put_photo,
)
from tests.prongsai.foundations.files.sheet_files import csv_file

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

EVERYBODY = (
    "directory",
    "people",
    "duty_list",
    "channel_list",
    "landmark_list",
    "road_list",
)
WRITERS = (
    "seat_new", "person_new", "powers", "hours", "upload", "import_template",
    "duty_new", "channel_new", "landmark_new", "road_new",
)  # fmt: skip


@pytest.fixture
def by():
    make_office()
    return make_keeper()


def url(name, *args):
    return reverse(f"directory:{name}", args=args)


def sent(client, name, *args, **data):
    return client.post(url(name, *args), data)


def fields_of(client, name, *args):
    form = client.get(url(name, *args)).context["form"]
    return {"version": form.version or ""}


@pytest.mark.parametrize("name", EVERYBODY)
def test_everybody_of_the_office_reads(by, name):
    make_term(by)
    make_channel(by)

    assert client_of(make_user()).get(url(name)).status_code == 200


@pytest.mark.parametrize("name", WRITERS)
def test_only_those_who_keep_it_write(by, name):
    assert client_of(by).get(url(name)).status_code == 200
    assert client_of(make_user()).get(url(name)).status_code == 403


def test_a_seat_page_shows_terms_and_deeds_to_writers_only(by):
    term = make_term(by)
    make_duty(by, seat=term.seat)
    page = url("seat", term.seat.pk)

    mine, others = client_of(by).get(page), client_of(make_user()).get(page)

    assert url("term", term.pk) in mine.content.decode()
    assert url("term", term.pk) not in others.content.decode()


def test_titles_are_proposed_in_the_words_of_the_office(by):
    page = client_of(by).get(url("seat_new"), {"kind": "mayor"})

    assert "นายกองค์การบริหารส่วนตำบล" in page.content.decode()


def test_usual_positions_are_proposed_until_they_are_entered(by):
    division = make_division(name_th="กองคลัง")
    client = client_of(by)
    page = url("directory")
    before = client.get(page).context["proposals"]

    make_seat(by)
    make_seat(by, branch="permanent", kind="head", title_th="ผอ.", division=division)

    after = client.get(page).context["proposals"]
    gone = {label for label, _href in before} - {label for label, _href in after}
    assert gone == {"นายกองค์การบริหารส่วนตำบล", "ผู้อำนวยการกองคลัง"}
    href = dict(before)["ผู้อำนวยการกองคลัง"]
    assert "ผู้อำนวยการกองคลัง" in client.get(href).content.decode()


def test_a_position_is_entered_edited_moved_and_abolished(by):
    client = client_of(by)
    said = {"branch": "political", "kind": "mayor", "title_th": "นายก"}
    sent(client, "seat_new", **said)
    seat = Seat.objects.get()

    sent(client, "seat_edit", seat.pk, **said | {"title_th": "นายกฯ", "version": 1})
    sent(client, "seat_move", seat.pk, "up")
    sent(client, "seat_abolish", seat.pk, on="1 ธ.ค. 2568")

    seat.refresh_from_db()
    assert (seat.title_th, seat.abolished_on) == ("นายกฯ", date(2025, 12, 1))


def test_a_kind_of_the_other_side_is_a_form_error(by):
    said = {"branch": "permanent", "kind": "mayor", "title_th": "นายก"}

    answer = sent(client_of(by), "seat_new", **said)

    assert answer.status_code == 422


def test_a_term_is_begun_corrected_ended_and_struck(by):
    client, seat, person = client_of(by), make_seat(by), make_person(by)
    said = {"holder": person.pk, "starts_on": "20 ธ.ค. 2564", "basis": "ประกาศ"}
    sent(client, "term_new", seat.pk, **said)
    term = Term.objects.get()

    corrected = {**said, "basis": "ประกาศ 2", "reason": "พิมพ์ผิด", "version": 1}
    sent(client, "term_correct", term.pk, **corrected)
    sent(client, "term_end", term.pk, on="๑ ม.ค. ๒๕๖๘")
    page = client.get(url("term", term.pk))
    sent(client, "term_strike", term.pk, reason="บันทึกซ้ำ")

    term.refresh_from_db()
    assert (term.basis, term.ends_on) == ("ประกาศ 2", date(2025, 1, 1))
    assert "พิมพ์ผิด" in page.content.decode()
    assert term.struck_because == "บันทึกซ้ำ"


def test_terms_that_overlap_are_refused_in_words(by):
    term = make_term(by)
    said = {"holder": term.holder.pk, "starts_on": "1 ม.ค. 2568", "basis": "x"}

    answer = sent(client_of(by), "term_new", term.seat.pk, **said)

    assert answer.status_code == 409
    assert Term.objects.count() == 1


def test_a_person_gets_a_photo_with_words_and_loses_it(by):
    client = client_of(by)
    sent(client, "person_new", first_name="ใหม่", last_name="สมมติ")
    person = Officeholder.objects.get()
    photo = SimpleUploadedFile("a.jpg", picture(), content_type="image/jpeg")
    bare = sent(client, "person_photo", person.pk, photo=photo)
    photo.seek(0)
    sent(client, "person_photo", person.pk, photo=photo, alt_th="ภาพหน้าตรง")

    person.refresh_from_db()
    assert bare.status_code == 422
    page = client.get(url("person", person.pk)).content.decode()
    assert person.photo is not None
    address = person.photo.get_absolute_url()
    assert address in page
    assert client.get(address).getvalue()
    sent(client, "person_no_photo", person.pk)
    person.refresh_from_db()
    assert person.photo is None


def test_a_stale_page_of_a_person_is_refused(by):
    person = put_photo(by, make_person(by))

    answer = sent(
        client_of(by), "person_edit", person.pk,
        first_name="ใหม่", last_name="สมมติ", version=1,
    )  # fmt: skip

    assert answer.status_code == 409


def test_entries_are_written_corrected_and_taken_out(by):
    client, division = client_of(by), make_division()
    sent(client, "duty_new", title_th="งานหนึ่ง", division=division.pk, order=1)
    ownerless = sent(client, "duty_new", title_th="งานสอง", order=1)
    sent(client, "channel_new", kind="line", label_th="ไลน์", value="@x", order=1)
    script = sent(
        client, "channel_new", kind="other", label_th="x", order=1,
        url="javascript:alert(1)",
    )  # fmt: skip
    sent(client, "road_new", name_th="ถนน", points="๑๒.๕, 100\n12.6, 100.1", order=1)
    duty = Duty.objects.get()

    sent(
        client, "duty", duty.pk, title_th="งานใหม่", division=division.pk, order=2,
        version=1,
    )  # fmt: skip
    sent(client, "channel_retire", Channel.objects.get().pk)

    assert (ownerless.status_code, script.status_code) == (422, 422)
    assert Duty.objects.get().title_th == "งานใหม่"
    assert Channel.objects.get().retired_at is not None
    assert Road.objects.get().points[0] == ["12.500000", "100.000000"]


@pytest.mark.parametrize("points", ["12.5, 100", "x, y\n1, 2", "91, 0\n1, 1", "1\n2"])
def test_points_that_are_none_are_refused(by, points):
    answer = sent(client_of(by), "road_new", name_th="ถนน", points=points, order=1)

    assert answer.status_code == 422


def test_powers_and_hours_are_written(by):
    client = client_of(by)

    sent(client, "powers", text_th="<p>ดูแล</p>", text_en="", law="พ.ร.บ.")
    sent(client, "hours", **{"opens-0": "08:30", "closes-0": "๑๖.๓๐ น."})
    wrong = sent(client, "hours", **{"opens-0": "16:30", "closes-0": "08:30"})

    assert Powers.objects.get().law == "พ.ร.บ."
    assert OfficeHours.objects.get().closes.hour == 16
    assert wrong.status_code == 422
    version = fields_of(client, "powers")["version"]
    again = sent(client, "powers", text_th="<p>ใหม่</p>", law="", version=version)
    assert again.status_code == 302


def test_what_is_not_published_is_told_and_published_with_notes(by):
    make_term(by)
    client = client_of(by)
    assert "นายกสมมติ" in client.get(url("directory")).content.decode()
    first = sent(client, "publish")
    make_channel(by)

    bare = sent(client, "publish")
    second = sent(client, "publish", note_th="เพิ่ม", note_en="More")

    assert (first.status_code, bare.status_code, second.status_code) == (302, 422, 302)
    public = snapshot()
    assert public is not None
    assert public.version.note_th == "เพิ่ม"


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.OFFICER])
def test_who_does_not_publish_is_refused(by, role):
    make_term(by)

    assert client_of(make_user(role=role)).get(url("publish")).status_code == 403


def uploaded(client, text):
    """Bring in a file; return where it is looked at."""
    answer = client.post(url("upload"), {"file": csv_file(text)})
    return answer.headers["Location"]


def test_a_file_is_looked_at_and_taken_over(by):
    make_seat(by)
    client = client_of(by)
    heads = "ตำแหน่ง,ชื่อ,นามสกุล,ตั้งแต่วันที่,คำสั่งหรือประกาศ"
    rows = f"{heads}\nนายกสมมติ,ก,ข,1/1/2565,ประกาศ"
    address = uploaded(client, rows)

    page = client.get(address)
    taken = client.post(f"{address}confirm/")

    assert page.context["checked"].is_fine
    assert taken.headers["Location"] == url("directory")
    assert Term.objects.count() == 1
    assert client.get(address).context["is_over"]


def test_a_bad_file_is_not_taken_over(by):
    client = client_of(by)
    rows = "ตำแหน่ง,ชื่อ\nนายก,=1+1"
    address = uploaded(client, rows)

    client.post(f"{address}confirm/")
    page = client.get(address)
    client.post(f"{address}discard/")

    assert page.context["problems"].rows
    assert not Term.objects.exists()


@pytest.mark.parametrize("name", ["directory", "people", "duty_list"])
def test_more_rows_ask_no_more_queries(by, name, django_assert_max_num_queries):
    client = client_of(by)
    division = make_division()

    def filled(number):
        for n in range(number):
            seat = make_seat(by, division=division)
            make_term(by, seat=seat, holder=make_person(by, first_name=f"คน{n}"))
            make_duty(by, seat=seat, division=division)

    filled(2)
    publish(by)
    client.get(url(name))
    with django_assert_max_num_queries(60) as few:
        client.get(url(name))
    filled(5)
    with django_assert_max_num_queries(len(few)):
        client.get(url(name))

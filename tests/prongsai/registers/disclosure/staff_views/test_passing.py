"""An item is proposed, published, taken back and given a table, through its pages."""

import io
import json
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from prongsai.registers.disclosure.models import TableUpload
from prongsai.registers.disclosure.queries import composing
from prongsai.registers.disclosure.states import Approval, ItemState, PartKind
from tests.cast import TODAY, client_of
from tests.editions import make_desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def send(client, name, *args, version=None, **data):
    sent = {"submission": str(uuid.uuid4())} | data
    if version is not None:
        sent["version"] = version
    return client.post(reverse(f"disclosure:{name}", args=args), sent)


@pytest.fixture
def desk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return make_desk()


def test_publishing_twice_by_the_same_form_makes_one_version(desk):
    client = client_of(desk.analyst)
    item = desk.item
    form = {"submission": str(uuid.uuid4()), "version": item.version}
    url = reverse("disclosure:publish", args=[item.pk])

    answers = [client.post(url, form) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert desk.item.published.number == 1
    assert client.get("/ita/2569/o5/").status_code == 200


def test_a_page_gone_stale_publishes_nothing(desk):
    client = client_of(desk.analyst)

    answer = send(client, "publish", desk.item.pk, version=1)

    assert answer.status_code == 409
    assert desk.item.published is None


def test_the_clerk_takes_an_item_back_with_a_reason(desk):
    send(client_of(desk.analyst), "publish", desk.item.pk, version=desk.item.version)
    client = client_of(desk.clerk)
    page = client.get(reverse("disclosure:withdraw", args=[desk.item.pk]))

    answer = send(
        client, "withdraw", desk.item.pk, version=desk.item.version,
        reason_th="มีข้อผิดพลาด", reason_en="It was wrong",
    )  # fmt: skip

    assert (page.status_code, answer.status_code) == (200, 302)
    assert desk.item.state == ItemState.MISSING


def test_proposing_leads_to_the_memo_and_taking_back_makes_a_draft(desk):
    desk.year.items.filter(code="o5").update(approval=Approval.MEMO)
    client = client_of(desk.analyst)

    answer = send(client, "propose", desk.item.pk, version=desk.item.version)
    waits = client.get(desk.item.get_absolute_url()).content.decode()
    frozen = client.get(reverse("disclosure:preview", args=[desk.item.pk]))
    back = send(client, "take_back", desk.item.pk)

    assert answer.status_code == 302
    assert answer.url in waits
    assert frozen.context["frozen"]
    assert back.status_code == 302
    assert desk.item.state == ItemState.DRAFT


def uploaded(client, desk, text):
    file = SimpleUploadedFile("เป้าหมาย/2569.csv", text.encode(), "text/csv")
    return send(client, "upload_table", desk.item.pk, file=file)


def test_a_table_is_looked_at_and_taken_over(desk):
    client = client_of(desk.analyst)

    answer = uploaded(client, desk, "เป้าหมาย,ค่า\nถนน,80\nน้ำ,\n")
    page = client.get(answer.url)
    taken = client.post(
        answer.url,
        {"submission": str(uuid.uuid4()), "title_th": "เป้าหมาย",
         "keys": "strategy.goals", "data_year": "2569"},
    )  # fmt: skip

    assert page.status_code == 200
    assert taken.status_code == 302
    part = desk.item.parts.get(kind=PartKind.TABLE)
    assert part.table["rows"] == [["ถนน", "80"], ["น้ำ", ""]]
    assert (
        client.get(reverse("disclosure:edit_part", args=[part.pk])).status_code == 302
    )
    assert (
        client.get(reverse("disclosure:replace_table", args=[part.pk])).status_code
        == 200
    )


def test_a_table_with_a_formula_is_shown_with_what_is_wrong(desk):
    client = client_of(desk.analyst)

    answer = uploaded(client, desk, "เป้าหมาย,ค่า\nถนน,=1+1\n")
    page = client.get(answer.url)

    assert page.context["problems"].rows
    assert TableUpload.objects.get().taken_at is None


def test_ten_thousand_rows_are_taken_and_shown_in_time(desk):
    client = client_of(desk.analyst)
    rows = "\n".join(f"โครงการที่ {n},{n}" for n in range(10_000))

    answer = uploaded(client, desk, f"โครงการ,งบ\n{rows}\n")
    client.post(answer.url, {"submission": str(uuid.uuid4()), "title_th": "โครงการ"})

    assert len(desk.item.parts.get(kind=PartKind.TABLE).table["rows"]) == 10_000
    assert client.get(desk.item.get_absolute_url()).status_code == 200
    assert (
        client.get(reverse("disclosure:preview", args=[desk.item.pk])).status_code
        == 200
    )


def test_exemption_carry_and_window_by_their_pages(desk):
    client = client_of(desk.analyst)
    pk = desk.item.pk

    given = send(
        client, "exempt", pk, key="strategy.goals", reason="ไม่มี", source="ข้อ 1"
    )
    window = send(
        client, "window", 2569, version=desk.year.version,
        window_starts="1/4/2569", window_ends="30/4/2569",
    )  # fmt: skip
    backwards = send(
        client, "window", 2569, window_starts="1/4/2569", window_ends="1/3/2569"
    )
    opened = send(client, "open_year", fiscal_year="2568")

    assert [a.status_code for a in (given, window, backwards, opened)] == [
        302,
        302,
        422,
        302,
    ]
    assert send(client, "unexempt", desk.item.exemptions.get().pk).status_code == 302


def test_a_picture_is_added_by_its_form_and_published_without_what_a_camera_wrote(desk):
    client = client_of(desk.analyst)
    picture = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    Image.new("RGB", (40, 30), "teal").save(picture, "JPEG", exif=exif)
    file = SimpleUploadedFile("ตลาด.jpg", picture.getvalue(), "image/jpeg")
    given = {"title_th": "ตลาดชุมชน", "documents": file}

    refused = send(client, "add_part_kind", desk.item.pk, "files", **given)
    file.seek(0)
    added = send(
        client, "add_part_kind", desk.item.pk, "files", **given, alt_th="แผงผักในตลาด"
    )

    assert (refused.status_code, added.status_code) == (422, 302)
    found = composing.compose(desk.item, on=TODAY)
    assert [one.name for one in found.files] == ["o5-1.jpg"]
    assert b"secret place" not in found.files[0].content
    assert "แผงผักในตลาด" in json.dumps(found.content, ensure_ascii=False)

"""An item with ten thousand rows, and one with everything a hostile hand would send."""

import csv
import io
import json
import time
import uuid

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from prongsai.foundations.publications import queries as publications
from prongsai.registers.disclosure.models import Part
from prongsai.registers.disclosure.states import PartKind
from tests.cast import client_of
from tests.editions import make_desk
from tests.prongsai.foundations.files.samples import PDF
from tests.prongsai.foundations.files.sheet_files import xlsx_file

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGE = "/ita/2569/o5/"
ROWS = 10_000
SECONDS_OF_A_PAGE = 1.0
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
HOSTILE = (
    "<p>ดี<script>alert(1)</script><img src=x onerror=alert(2)>"
    "<a href='javascript:alert(3)' onclick='alert(4)'>ลิงก์</a>"
    "<svg onload=alert(5)></svg><iframe srcdoc='x'></iframe></p>"
)


@pytest.fixture
def desk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return make_desk()


def send(desk, name, *args, **data):
    sent = {"submission": str(uuid.uuid4())} | data
    url = reverse(f"disclosure:{name}", args=args)
    return client_of(desk.analyst).post(url, sent)


def publish(desk):
    answer = send(desk, "publish", desk.item.pk, version=desk.item.version)
    assert answer.status_code == 302
    version = desk.item.published
    assert version is not None
    return version


def get(path, language="en"):
    client = client_of(None)
    client.cookies["django_language"] = language
    return client.get(path)


def test_a_workbook_of_ten_thousand_rows_is_public_page_by_page_and_whole(desk):
    rows = [["โครงการ", "งบ"], *([f"โครงการที่ {n}", n] for n in range(ROWS))]
    looked_at = send(desk, "upload_table", desk.item.pk, file=xlsx_file(rows))
    client_of(desk.analyst).post(
        looked_at.url,
        {"submission": str(uuid.uuid4()), "title_th": "โครงการ", "data_year": "2569"},
    )
    publish(desk)
    get(PAGE)

    began = time.process_time()
    last = get(f"{PAGE}?table-2=200")
    spent = time.process_time() - began

    table = last.text.partition('id="table-table-2"')[2].partition("</table>")[0]
    assert table.count("<tr") == 50 + 1
    assert "โครงการที่ 9950" in table
    assert "โครงการที่ 9999" in table
    assert spent < SECONDS_OF_A_PAGE
    assert len(last.content) < 150 * 1024
    lines = list(csv.reader(io.StringIO(get(f"{PAGE[:-1]}/table-2.csv").text)))
    assert (len(lines), lines[-1]) == (ROWS + 1, ["โครงการที่ 9999", "9999"])
    whole = io.BytesIO(get(f"{PAGE[:-1]}/table-2.xlsx").content)
    (sheet,) = openpyxl.load_workbook(whole, read_only=True).worksheets
    assert sum(1 for _row in sheet.rows) == ROWS + 1
    own = io.BytesIO(get(f"{PAGE}files/o5.xlsx").getvalue())
    counts = [sheet.max_row for sheet in openpyxl.load_workbook(own).worksheets]
    assert ROWS + 1 in counts


def test_no_word_of_a_hostile_part_is_run_anywhere_it_is_shown(desk):
    words = {"title_th": "<script>alert(0)</script>", "title_en": "{{ 7 }}{% x %}"}
    send(desk, "add_part_kind", desk.item.pk, "text", body_th=HOSTILE, **words)
    send(
        desk, "add_part_kind", desk.item.pk, "link",
        url="javascript:alert(1)", title_th="ลิงก์",
    )  # fmt: skip
    publish(desk)

    kinds = set(desk.item.parts.values_list("kind", flat=True))
    item, staff = desk.item, client_of(desk.analyst)
    inside = [item.get_absolute_url(), reverse("disclosure:preview", args=[item.pk])]
    pages = [get(PAGE, language) for language in ("th", "en")]
    pages += [staff.get(path) for path in inside]
    assert PartKind.LINK not in kinds
    for page in pages:
        assert page.status_code == 200
        assert active_in(page.content) == []
    assert "alert(1)" not in json.dumps(item.published.content)


def active_in(page: bytes) -> list[str]:
    """What of a page a browser would run and we did not write."""
    found = []
    for one in html.fromstring(page).iter():
        if not isinstance(one.tag, str):
            continue
        text = "".join(map(str, one.itertext())) if one.tag == "script" else ""
        frame = one.tag == "iframe"
        handlers = [name for name in map(str, one.attrib) if name.startswith("on")]
        links = [v for v in map(str, one.attrib.values()) if "javascript:" in v.lower()]
        if "alert" in text or frame or handlers or links:
            found.append(html.tostring(one).decode()[:200])
    return found


def multipart(name: str, content: bytes, **fields: str) -> tuple[bytes, str]:
    """A form as a program of somebody's own would send it, with the name as it is."""
    border = "0123456789"
    parts = [
        f'--{border}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in fields.items()
    ]
    head = (
        f'--{border}\r\nContent-Disposition: form-data; name="documents"; '
        f'filename="{name}"\r\nContent-Type: application/pdf\r\n\r\n'
    )
    body = "".join(parts).encode() + head.encode() + content
    return body + f"\r\n--{border}--\r\n".encode(), border


@pytest.mark.parametrize(
    "name",
    ["../../etc/ระเบียบ.pdf", "C:\\ก\\ระเบียบ.pdf", "<b>ระเบียบ</b>.pdf", "a\x00/..pdf"],
)
def test_a_file_is_published_under_a_name_of_ours_whatever_it_is_called(desk, name):
    body, border = multipart(name, PDF, submission=str(uuid.uuid4()), title_th="ระเบียบ")
    answer = client_of(desk.analyst).post(
        reverse("disclosure:add_part_kind", args=[desk.item.pk, "files"]),
        body,
        content_type=f"multipart/form-data; boundary={border}",
    )

    if answer.status_code == 422:  # no name that could be shown at all
        assert not Part.objects.filter(kind=PartKind.FILES).exists()
        return
    version = publish(desk)
    names = [file.name for file in publications.files_of(version)]
    assert names == ["o5-1.pdf", "o5.pdf", "o5.xlsx"]
    assert get(f"{PAGE}files/o5-1.pdf").getvalue() == PDF
    page = get(PAGE).text
    assert "../" not in page
    assert "<b>ระเบียบ" not in page


@pytest.mark.parametrize(
    ("name", "type_"), [("ภาพ.svg", "image/svg+xml"), ("ภาพ.png", "image/png")]
)
def test_a_drawing_that_could_run_is_no_picture(desk, name, type_):
    drawn = SimpleUploadedFile(name, SVG, content_type=type_)

    answer = send(
        desk, "add_part_kind", desk.item.pk, "files",
        documents=drawn, title_th="ภาพ", alt_th="ภาพ",
    )  # fmt: skip

    assert answer.status_code == 422
    assert not desk.item.parts.filter(kind=PartKind.FILES).exists()

"""The pages of frameworks: read by everybody, decided by administrators."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.frameworks.models import InstalledFramework, InstallState
from prongsai.ita.frameworks.loader import shipped_text
from tests.cast import client_of, make_office, make_user
from tests.installing import SOURCE, corrected, make_administrator, make_proposed

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_everybody_sees_the_years_and_how_sure_they_are():
    make_office()
    client = client_of(make_user(role=Role.OFFICER))

    page = client.get(reverse("frameworks:years"))
    year = client.get(reverse("frameworks:year", args=[2569]))

    assert "2569" in page.content.decode()
    assert "procurement.item.name" in year.content.decode()
    assert reverse("frameworks:install") not in page.content.decode()


def test_the_file_is_what_is_shipped():
    make_office()
    client = client_of(make_user(role=Role.OFFICER))

    answer = client.get(reverse("frameworks:file", args=[2569]))

    assert answer.content.decode() == shipped_text(2569)


def test_an_administrator_uploads_compares_and_decides():
    make_office()
    client = client_of(make_administrator())
    upload = SimpleUploadedFile("แก้ไข.toml", corrected().encode())

    sent = client.post(
        reverse("frameworks:install"), {"file": upload, "source": SOURCE}
    )
    compared = client.get(sent["Location"])
    row = InstalledFramework.objects.get()
    client.post(reverse("frameworks:put_in_force", args=[row.pk]))

    assert "ข่าวประชาสัมพันธ์ของหน่วยงาน" in compared.content.decode()
    row.refresh_from_db()
    assert row.state == InstallState.IN_FORCE


def test_a_bad_file_is_explained_and_nothing_is_lost():
    make_office()
    client = client_of(make_administrator())
    text = corrected().replace("weight = 0.30", "weight = 0.90", 1)

    answer = client.post(
        reverse("frameworks:install"), {"text": text, "source": SOURCE}
    )

    assert answer.status_code == 422
    assert SOURCE in answer.content.decode()
    assert "weight = 0.90" in answer.content.decode()
    assert not InstalledFramework.objects.exists()


def test_a_file_that_is_no_text_is_refused_in_words():
    make_office()
    client = client_of(make_administrator())
    upload = SimpleUploadedFile("x.toml", b"\xff\xfe\x00\x01")

    answer = client.post(
        reverse("frameworks:install"), {"file": upload, "source": SOURCE}
    )

    assert answer.status_code == 422
    assert "UTF-8" in answer.content.decode()


def test_others_cannot_install_or_decide():
    make_office()
    row = make_proposed()
    client = client_of(make_user(role=Role.CLERK))

    assert client.get(reverse("frameworks:install")).status_code == 403
    assert client.post(reverse("frameworks:reject", args=[row.pk])).status_code == 403
    assert client.get(row.get_absolute_url()).status_code == 200


def test_a_year_nobody_knows_is_not_found():
    make_office()
    client = client_of(make_user())

    assert client.get(reverse("frameworks:year", args=[2590])).status_code == 404

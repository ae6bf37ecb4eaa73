"""No public page sets a cookie: not one address of the site, whoever adds it."""

from http import HTTPStatus

import pytest
from django.urls import reverse

from tests.addresses import addresses
from tests.architecture.test_wall import CASES, Case
from tests.cast import client_of, make_office

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FORMS = {"lending_public:request", "lending_public:track", "lending_public:tracked"}
"""Pages with a form carry a token against forged sending; the privacy page says so."""


def public():
    return sorted(
        name
        for name, pattern in addresses().items()
        if name in CASES and name not in FORMS and not is_closed(name)
    )


def is_closed(name):
    return ":" in name and not name.split(":")[0].endswith(("_public", "api"))


@pytest.mark.parametrize("name", public())
def test_reading_sets_no_cookie(name):
    office = make_office()
    case = Case(**CASES[name](office))
    path = reverse(name, kwargs=case.kwargs)
    if path.startswith(("/staff/", "/account/")):
        pytest.skip("not public")

    answer = client_of(None).get(path, case.data)
    answer.close()

    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    assert not answer.cookies

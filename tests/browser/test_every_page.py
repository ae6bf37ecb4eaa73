"""Every page, on a phone and a desk, in both languages: usable by everybody, and light."""

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.addresses import addresses
from tests.browser.faults import faults_of
from tests.browser.pages import Visit, every_page
from tests.browser.people import confirm, sign_in, visitor

pytestmark = [pytest.mark.slow, pytest.mark.browser]

MOST_BYTES = 150 * 1024
MOST_BLOCKING = 3
EDITOR = "/static/django_prose_editor/editor."
"""The editor of texts: one file that those who write load once and then keep for good.

It is weighed by itself; the page around it has to be as light as every other.
"""

_DOWNLOAD = "a file, not a page"
_DATA = "for programs, not a page"
_REDIRECT = "sends on to a page that is walked"
_FACTOR = "only after a second factor was set up; test_signing_in opens them"
_MAIL = "the link is in a letter, see test_signing_in"
_SENT = "only after something was sent; test_pages_behind_a_deed opens it"
_CYCLE = "only after something was sent; test_cycle_pages_behind_a_deed opens it"
_SHOWN = "only after something was sent; test_disclosure_pages_behind_a_deed opens it"

NOT_LINKED: dict[str, str] = {
    "account_entrance": _REDIRECT,
    "account_reset_password_from_key": _SENT,
    "account_set_password": "only for people without a password, others are sent on",
    "api:nowhere": _DATA,
    "api:openapi": _DATA,
    "api:v1:api-root": _DATA,
    "api:v1:document": _DATA,
    "api:v1:news": _DATA,
    "api:v1:people": _DATA,
    "api:v1:publication": _DATA,
    "api:v1:publications": _DATA,
    "api:v1:search": _DATA,
    "api:v1:versions": _DATA,
    "api:v1:year": _DATA,
    "api:v1:years": _DATA,
    "approvals:check": "the address is in the QR code of a printed memo",
    "approvals:docx": _DOWNLOAD,
    "approvals:pdf": _DOWNLOAD,
    "assessments:reading": _CYCLE,
    "assessments:reading_findings": _CYCLE,
    "assessments:reading_text": _CYCLE,
    "assessments:result_edit": _CYCLE,
    "assessments:results_csv": _DOWNLOAD,
    "assessments:results_xlsx": _DOWNLOAD,
    "assessments:sheet": _CYCLE,
    "assessments:sheet_template": _DOWNLOAD,
    "directory:import": _SHOWN,
    "directory:import_template": _DOWNLOAD,
    "disclosure:table": _SHOWN,
    "disclosure:urls": _DOWNLOAD,
    "files:download": _DOWNLOAD,
    "frameworks:file": _DOWNLOAD,
    "frameworks:installed": _SHOWN,
    "frameworks:installed_file": _DOWNLOAD,
    "invitations:accept": _MAIL,
    "invitations:open": _MAIL,
    "lending:asset_by_code": _REDIRECT,
    "lending:asset_export_csv": _DOWNLOAD,
    "lending:asset_export_xlsx": _DOWNLOAD,
    "lending:asset_import": _SENT,
    "lending:asset_template": _DOWNLOAD,
    "lending:count_code": _REDIRECT,
    "lending:count_sheet": _DOWNLOAD,
    "lending:labels_file": _DOWNLOAD,
    "lending:paper": _DOWNLOAD,
    "lending:register": _DOWNLOAD,
    "lending:report": _DOWNLOAD,
    "lending:stock_check_paper": _DOWNLOAD,
    "lending_public:requested": _SENT,
    "lending_public:tracked": _SENT,
    "measures:from_reading": _CYCLE,
    "measures:plan_file": _DOWNLOAD,
    "measures:standards_take": _CYCLE,
    "media:public": _DOWNLOAD,
    "meetings:circular_acknowledgements": _DOWNLOAD,
    "meetings:committee_annex": _DOWNLOAD,
    "meetings:meeting_paper": _DOWNLOAD,
    "mfa_authenticate": _FACTOR,
    "mfa_deactivate_totp": _FACTOR,
    "mfa_download_recovery_codes": _DOWNLOAD,
    "mfa_edit_webauthn": _FACTOR,
    "mfa_generate_recovery_codes": _FACTOR,
    "mfa_reauthenticate": _FACTOR,
    "mfa_reauthenticate_webauthn": _FACTOR,
    "mfa_remove_webauthn": _FACTOR,
    "mfa_view_recovery_codes": _FACTOR,
    "news:notice": _DOWNLOAD,
    "news:poster_file": _DOWNLOAD,
    "news:square": _DOWNLOAD,
    "news_public:feed": _DATA,
    "notifications:open": _REDIRECT,
    "openid_connect_callback": "only with an outside identity provider",
    "openid_connect_login": "only with an outside identity provider",
    "publications_public:card": _DOWNLOAD,
    "publications_public:card_home": _DOWNLOAD,
    "publications_public:catalog": _DATA,
    "publications_public:data": _DOWNLOAD,
    "publications_public:document": _DOWNLOAD,
    "publications_public:feed": _DATA,
    "publications_public:file": _DOWNLOAD,
    "publications_public:ita_data": _DOWNLOAD,
    "publications_public:ita_document": _DOWNLOAD,
    "publications_public:ita_feed": _DATA,
    "publications_public:ita_file": _DOWNLOAD,
    "publications_public:ita_sheet": _DOWNLOAD,
    "publications_public:ita_table": _DOWNLOAD,
    "publications_public:ita_version_data": _DOWNLOAD,
    "publications_public:ita_version_document": _DOWNLOAD,
    "publications_public:ita_version_file": _DOWNLOAD,
    "publications_public:ita_version_sheet": _DOWNLOAD,
    "publications_public:ita_version_table": _DOWNLOAD,
    "publications_public:moved": _REDIRECT,
    "publications_public:open_data": _DOWNLOAD,
    "publications_public:open_document": _DOWNLOAD,
    "publications_public:open_file": _DOWNLOAD,
    "publications_public:open_sheet": _DOWNLOAD,
    "publications_public:open_table": _DOWNLOAD,
    "publications_public:open_version_data": _DOWNLOAD,
    "publications_public:open_version_document": _DOWNLOAD,
    "publications_public:open_version_file": _DOWNLOAD,
    "publications_public:open_version_sheet": _DOWNLOAD,
    "publications_public:open_version_table": _DOWNLOAD,
    "publications_public:sheet": _DOWNLOAD,
    "publications_public:table": _DOWNLOAD,
    "publications_public:version_data": _DOWNLOAD,
    "publications_public:version_document": _DOWNLOAD,
    "publications_public:version_file": _DOWNLOAD,
    "publications_public:version_sheet": _DOWNLOAD,
    "publications_public:version_table": _DOWNLOAD,
    "reports:paper": _DOWNLOAD,
    "robots": _DATA,
    "security": _DATA,
    "set_language": _REDIRECT,
    "sitemap": _DATA,
    "sitemap_section": _DATA,
    "socialaccount_login_error": "only when an outside identity provider refuses",
    "stylesheet": _DOWNLOAD,
    "tasks:progress": "only while something long is done in the background",
}
"""Addresses no link leads to, and why."""


@pytest.fixture(scope="session")
def visits(browser: Browser, site: str) -> dict[str, Visit]:
    return every_page(browser, site, wanted())


def test_links_lead_to_every_page(visits):
    assert wanted() - set(visits) == set()


def test_what_no_link_leads_to_is_still_so(visits):
    # The other tests may have sent something to this office before.
    sent = {name for name, reason in NOT_LINKED.items() if reason in {_CYCLE, _SHOWN}}
    assert (set(NOT_LINKED) - sent) & set(visits) == set()
    assert set(NOT_LINKED) - set(addresses()) == set()


def wanted() -> set[str]:
    """Every address that answers GET and is not excused."""
    pages = {name for name, found in addresses().items() if opens(found.callback)}
    return pages - set(NOT_LINKED)


def opens(view: Callable[..., Any]) -> bool:
    """Whether a view answers GET: ``require_POST`` keeps its methods in a closure."""
    step: Any = view
    while inspect.isfunction(step):
        methods = inspect.getclosurevars(step).nonlocals.get("request_method_list")
        if methods is not None and "GET" not in methods:
            return False
        step = getattr(step, "__wrapped__", None)
    return True


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_every_page_is_accessible_narrow_and_whole(
    browser, site, visits, phone, language
):
    faults = []
    for page, visit in walk(browser, site, visits, phone=phone, language=language):
        faults += [
            f"{visit.name}: {fault}" for fault in faults_of(page, language, phone=phone)
        ]

    assert faults == []


def test_every_page_is_light(browser, site, visits):
    heavy = []
    for page, visit in walk(browser, site, visits, phone=True, language="th"):
        answers: list[Response] = []
        keep = partial(_keep, answers)
        page.on("response", keep)
        page.reload(wait_until="networkidle")
        page.remove_listener("response", keep)
        weights = {
            a.url: _weight(a) for a in answers if a.request.resource_type != "image"
        }
        blocking = page.locator(
            "head link[rel=stylesheet], head script[src]:not([defer]):not([async])"
        ).count()
        editor = sum(weights.pop(url) for url in list(weights) if EDITOR in url)
        most = max(sum(weights.values()), editor)
        if most > MOST_BYTES or blocking > MOST_BLOCKING:
            heavy.append((visit.name, most, blocking))

    assert heavy == []


def _keep(answers: list[Response], answer: Response) -> None:
    answers.append(answer)


def _weight(answer: Response) -> int:
    """Bytes on the wire: a fresh visitor pays for everything once."""
    sizes = answer.request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def walk(
    browser: Browser, site: str, visits: dict[str, Visit], *, phone: bool, language: str
) -> Iterator[tuple[Page, Visit]]:
    """Open every page as the person who found it."""
    people: dict[str, tuple[BrowserContext, Page]] = {}
    for visit in visits.values():
        if visit.person not in people:
            context = visitor(browser, site, phone=phone, language=language)
            page = (
                confirm(sign_in(context, visit.person))
                if visit.person
                else context.new_page()
            )
            people[visit.person] = (context, page)
        page = people[visit.person][1]
        page.goto(visit.path)
        yield page, visit
    for context, _page in people.values():
        context.close()

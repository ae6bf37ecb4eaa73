"""Every page of the site, found by following links as people of each role do."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from django.urls import Resolver404, resolve, reverse
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import APIRequestContext, Browser

from tests.browser.people import confirm, sign_in, visitor

PEOPLE = [
    "", "supply", "analyst", "officer", "head", "clerk", "mayor", "auditor", "admin",
    "finance", "works", "education",
]  # fmt: skip
"""In whose name the site is walked; the first is anybody."""

STARTS = ["/", "/published/", "/staff/", "/account/login/", "/account/password/reset/"]
BEHIND_FORMS = [
    "/account/password/reset/sent/",
    "/account/password/reset/done/",
    "/account/identities/cancelled/",
    "/account/identities/",
    "/account/second-factor/keys/",
    "/account/inactive/",
    "/account/confirm/",
    "/account/logout/",
    "/staff/lending/assets/?state=fact_finding",
    "/staff/lending/assets/?state=under_repair",
    "/staff/lending/loans/?state=settling",
    "/staff/reports/1/text/introduction/",
    "/staff/disclosure/2569/renew/",
    "/staff/disclosure/2569/carry/",
    "/staff/directory/publish/",
    "/search/?q=%E0%B8%87%E0%B8%9A%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%A1%E0%B8%B2%E0%B8%93",
]
"""What people see after a form, a redirect or a choice in a filter."""
OF_THE_FIRST = [
    "assessments:narrative",
    "disclosure:propose",
    "disclosure:replace_table",
    "disclosure:withdraw",
    "measures:line_edit",
    "measures:plan_reopen",
    "meetings:circular_edit",
    "meetings:item_minutes",
    "meetings:meeting_change",
    "meetings:resolution_drop",
    "meetings:resolution_edit",
    "meetings:resolution_new",
    "news:article_schedule",
    "reports:cover",
    "reports:override",
    "reports:publish",
]
"""Pages that open in every state, but are linked in few: those of the first row."""

BESIDE = {
    "lending:stock_check_cancel": "lending:stock_check",
    "lending:stock_check_send_back": "lending:stock_check",
}
"""Pages linked in a state the invented office never rests in: by the key of another."""

MOST = 2
"""Pages followed for each address that holds a key: two divisions look alike."""

MORE = {
    "lending:loan": 60,
    "lending:asset": 12,
    "lending:stock_check": 6,
    "approvals:memo": 12,
    "people:person": 15,
    "measures:measure": 15,
    "measures:plan": 4,
    "reports:report": 6,
    "meetings:meeting": 8,
    "meetings:circular": 6,
    "assessments:assessment": 4,
    "disclosure:item": 40,
    "disclosure:edit_part": 12,
    "disclosure_public:item": 40,
    "news:article": 12,
    "directory:seat": 6,
    "directory:term": 6,
    "directory:person": 6,
}
"""Pages that look different in every state, and lead to different deeds."""


@dataclass(frozen=True)
class Visit:
    """One page and who opened it."""

    name: str
    path: str
    person: str


def every_page(browser: Browser, site: str, wanted: set[str]) -> dict[str, Visit]:
    """Return one visit for each address that links lead to, by its name.

    The walk ends when every wanted page is found, or when all people have walked.
    """
    found: dict[str, Visit] = {}
    for person in PEOPLE:
        context = visitor(browser, site)
        if person:
            confirm(sign_in(context, person))
        for visit in _walk(context.request, site, person):
            found.setdefault(visit.name, visit)
            if wanted <= found.keys() | BESIDE.keys():
                break
        context.close()
    return found | {name: _beside(found[of], name) for name, of in BESIDE.items()}


def _beside(visit: Visit, name: str) -> Visit:
    path = reverse(name, kwargs=resolve(visit.path).kwargs)
    return Visit(name=name, path=path, person=visit.person)


def _walk(request: APIRequestContext, site: str, person: str) -> Iterator[Visit]:
    waiting = STARTS + BEHIND_FORMS + [reverse(name, args=[1]) for name in OF_THE_FIRST]
    seen = set(waiting)
    times: dict[str, int] = {}
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if name is None or times.get(name, 0) >= MORE.get(name, MOST):
            continue
        times[name] = times.get(name, 0) + 1
        answer = request.get(path, max_redirects=0)
        kind = answer.headers.get("content-type", "")
        if answer.status != 200 or not kind.startswith("text/html"):
            continue
        yield Visit(name=name, path=path, person=person)
        page, base = html.document_fromstring(answer.text()), urljoin(site, path)
        fresh = [*_links(page, base, site), *_questions(page, base, site)]
        waiting += [link for link in fresh if link not in seen]
        seen |= set(fresh)


def _links(page: HtmlElement, base: str, site: str) -> Iterator[str]:
    """Links of this site in the order they stand, without fragments."""
    for anchor in page.iterfind(".//a[@href]"):
        parts = urlsplit(urljoin(base, anchor.get("href") or ""))
        if f"{parts.scheme}://{parts.netloc}" == site and "logout" not in parts.path:
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def _questions(page: HtmlElement, base: str, site: str) -> Iterator[str]:
    """Forms that only ask for another page, with one of what is asked for in numbers."""
    for form in page.iterfind(".//form[@method='get'][@action]"):
        parts = urlsplit(urljoin(base, form.get("action") or ""))
        asked = form.find(".//input[@inputmode='numeric'][@name]")
        if parts.path == urlsplit(base).path or asked is None:
            continue
        given = {
            kept.get("name"): kept.get("value", "")
            for kept in form.iterfind(".//input[@type='hidden'][@name]")
        }
        yield f"{parts.path}?{urlencode(given | {asked.get('name'): '1'})}"


def name_of(path: str) -> str | None:
    """Return the name of the address a path belongs to."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return None

"""The self-check as it is kept: of the draft, of what is public, of the files once."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.rules import FileRules
from prongsai.registers.disclosure.actions import checks, parts, passing
from prongsai.registers.disclosure.actions.drafts import PartDraft
from prongsai.registers.disclosure.models import (
    Check,
    FileReading,
    Item,
    Part,
    Visit,
)
from prongsai.registers.disclosure.queries import checks as queries
from prongsai.registers.disclosure.queries import showing, visits
from prongsai.registers.disclosure.states import Approval, ItemState, PartKind
from tests.cast import NOW, client_of, make_division, make_user
from tests.disclosing import (
    YEAR_2568,
    complete,
    make_disclosure,
    without_live_parts,
    write_link,
    write_table,
    write_text,
)
from tests.prongsai.foundations.files.samples import upload
from tests.prongsai.foundations.files.sheet_files import xlsx_file

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def codes(check):
    return [finding["code"].removeprefix("disclosure.") for finding in check.findings]


def test_run_keeps_what_is_missing_of_an_item_without_parts():
    kept = make_disclosure()
    item = without_live_parts(kept.item("o22"))

    check = checks.run(item, by=kept.analyst, at=NOW)

    assert codes(check) == ["element-missing"]
    assert check.elements == [
        {"key": "risk.result.measures", "met": False, "is_asked": True}
    ]
    assert (check.is_complete, check.of_version) == (False, None)
    assert queries.newest(item) == check


def test_run_finds_nothing_in_a_clean_item():
    kept = make_disclosure()
    item = kept.item("o22")
    starts, ends = YEAR_2568
    complete(item, by=kept.analyst, data_year=2568, starts_on=starts, ends_on=ends)

    check = checks.run(item, by=kept.analyst, at=NOW)

    assert check.findings == []
    assert check.is_complete


def test_run_finds_each_planted_fault_with_its_place():
    kept = make_disclosure()
    item = without_live_parts(kept.item("o22"))
    write_text(
        item, by=kept.analyst, data_year=2567,
        body="<p>หนึ่ง</p><p>เลข 1-2345-67890-12-1</p>",
    )  # fmt: skip
    write_table(item, by=kept.analyst, data_year=2568, rows=[["ก", "1"], ["ข", ""]])

    check = checks.run(item, by=kept.analyst, at=NOW)

    assert sorted(codes(check)) == ["blank-cells", "citizen-id", "wrong-year"]
    places = {finding["code"]: finding["place"] for finding in check.findings}
    assert places["disclosure.wrong-year"]["part"] == 1
    assert places["disclosure.citizen-id"]["line"] == 2
    assert (places["disclosure.blank-cells"]["row"], check.is_complete) == (2, False)
    assert "67890" not in str(check.findings)


def test_run_records_numbers_only():
    kept = make_disclosure()

    checks.run(kept.item("o1"), by=kept.analyst, at=NOW)

    entry = Event.objects.filter(verb="disclosure.checked").get()
    assert set(entry.facts) == {"complete", "findings"}


def test_an_officer_of_another_division_may_not_check():
    kept = make_disclosure()
    other = make_user(role=Role.OFFICER, division=make_division())

    with pytest.raises(PermissionDenied):
        checks.run(kept.item("o1"), by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        checks.run_year(kept.year, by=other, at=NOW)


def public(kept, code="o22", *, data_year=2568):
    """An item that is public, with a part of a fiscal year."""
    Item.objects.filter(year=kept.year, code=code).update(approval=Approval.DIRECT)
    item = kept.item(code)
    if not item.parts.exclude(kind="live").exists():
        complete(item, by=kept.analyst, data_year=data_year, ends_on=YEAR_2568[1])
    passing.publish(kept.item(code), render=no_papers, by=kept.analyst, at=NOW)
    return kept.item(code)


def no_papers(*_args, **_options):
    return []


@pytest.mark.slow
def test_what_is_public_is_checked_when_it_is_published():
    kept = make_disclosure()

    item = public(kept)

    check = queries.newest(item)
    assert check is not None
    assert (check.of_version, check.is_complete) == (item.published, True)
    assert item.state == ItemState.PUBLISHED


@pytest.mark.slow
def test_the_reason_of_a_register_is_repeated_of_what_is_public():
    kept = make_disclosure()
    item = kept.item("o1")
    write_text(item, by=kept.analyst, keys=[])
    Item.objects.filter(pk=item.pk).update(approval=Approval.DIRECT)
    passing.publish(kept.item("o1"), render=no_papers, by=kept.analyst, at=NOW)

    check = queries.newest_of_public(kept.item("o1"))

    assert check is not None
    found = [one for one in queries.findings_of(check) if one.key]
    assert {one.code for one in found} == {"disclosure.element-unanswered"}
    assert "directory is not published yet" in queries.said(found[0], "en")
    page = client_of(None).get("/ita/2569/o1/").text
    assert "ยังไม่ได้เผยแพร่ทำเนียบหน่วยงาน" in page


@pytest.mark.slow
def test_data_of_a_wrong_year_make_an_item_outdated_until_it_is_mended():
    kept = make_disclosure()
    Part.objects.filter(item=kept.item("o22")).delete()
    write_text(kept.item("o22"), by=kept.analyst, data_year=2567)

    item = public(kept)
    assert item.state == ItemState.OUTDATED

    part = item.parts.get()
    fields = {"kind": part.kind, "keys": part.keys, "body_th": part.body_th}
    parts.edit(part, PartDraft(**fields, data_year=2568), by=kept.analyst, at=NOW)

    assert public(kept).state == ItemState.PUBLISHED


@pytest.mark.slow
def test_an_outdated_item_is_current_again_when_nothing_is_late():
    kept = make_disclosure()
    item = public(kept)
    Item.objects.filter(pk=item.pk).update(state=ItemState.OUTDATED)

    checks.run(item, by=kept.analyst, at=NOW)

    assert kept.item("o22").state == ItemState.PUBLISHED
    assert Event.objects.filter(verb="disclosure.current-again").count() == 1


@pytest.mark.slow
def test_what_the_draft_shows_by_now_is_told():
    kept = make_disclosure()
    item = without_live_parts(kept.item("o8"))
    write_text(item, by=kept.analyst, keys=item.known_keys[:-1])
    item = public(kept, "o8")
    write_text(item, by=kept.analyst, keys=item.known_keys[-1:])

    checks.run(kept.item("o8"), by=kept.analyst, at=NOW)

    check = queries.newest_of_public(item)
    assert codes(check) == ["element-missing", "newer-data"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("outcome", "code"),
    [("missing", "page-unreachable"), ("sign_in", "page-sign-in"), ("up", None)],
)
def test_what_a_stranger_met_counts(outcome, code):
    kept = make_disclosure()
    item = public(kept)
    url = f"{visits.site()}{item.published.publication.get_absolute_url()}"
    meet(item, url, outcome, is_own=True)

    check = checks.run(item, by=kept.analyst, at=NOW)

    assert codes(check) == ([code] if code else [])


@pytest.mark.slow
def test_a_draft_of_a_public_item_is_checked_beside_it():
    kept = make_disclosure()
    item = public(kept)
    write_table(item, by=kept.analyst, rows=[["ก", ""]], data_year=2568)

    check = checks.run(kept.item("o22"), by=kept.analyst, at=NOW)

    assert (codes(check), check.of_version) == (["blank-cells"], None)
    of_public = queries.newest_of_public(item)
    assert of_public is not None
    assert of_public.findings == []


def test_a_dead_link_is_found_when_it_was_visited():
    kept = make_disclosure()
    item = without_live_parts(kept.item("o8"))
    url = "https://www.example.go.th/gone"
    write_link(item, url, by=kept.analyst)
    assert codes(checks.run(item, by=kept.analyst, at=NOW)) == []

    meet(item, url, "down")
    once = checks.run(item, by=kept.analyst, at=NOW)
    meet(item, url, "down")
    twice = checks.run(item, by=kept.analyst, at=NOW)

    assert (codes(once), codes(twice)) == (["link-slow"], ["link-dead"])


def test_a_file_is_looked_at_once_and_again_when_the_offices_contacts_change():
    kept = make_disclosure()
    item = without_live_parts(kept.item("o8"))
    sheet = xlsx_file([["ชื่อ", "โทร"], ["ก", "081-234-5678"]]).read()
    attach(item, "รายชื่อ.xlsx", sheet, by=kept.analyst)

    assert showing.unread(item=item.pk) == 1
    first = checks.run(item, by=kept.analyst, at=NOW)
    assert codes(first) == ["private-telephone"]
    assert showing.unread(item=item.pk) == 0
    assert "234" not in str(FileReading.objects.get().seen)

    office = kept.year.organisation
    office.phones = "0 8123 45678"
    office.save()

    assert codes(checks.run(item, by=kept.analyst, at=NOW)) == []
    assert FileReading.objects.count() == 1


def meet(item, url, outcome, *, is_own=False):
    return Visit.objects.create(
        organisation=item.organisation, item=item, url=url, is_own=is_own,
        outcome=outcome, visited_at=NOW,
    )  # fmt: skip


def attach(item, name, content, *, by):
    rules = FileRules(types=("pdf", "xlsx"), max_bytes=10**7, max_count=3)
    stored = files.receive(upload(name, content), rules=rules, by=by, at=NOW)
    draft = PartDraft(kind=PartKind.FILES, keys=item.known_keys, title_th="ไฟล์")
    return parts.add(item, draft, files=[stored], by=by, at=NOW)


@pytest.mark.slow
def test_run_year_checks_every_item():
    kept = make_disclosure()

    found = checks.run_year(kept.year, by=None, at=NOW)

    assert len(found) == 26
    assert set(queries.newest_of(kept.year)) == {check.item_id for check in found}
    assert Check.objects.filter(item__state=ItemState.PUBLISHED).count() == 0

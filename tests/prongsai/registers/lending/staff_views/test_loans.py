"""The pages of loans in the back office: the whole way by the screens, and its edges."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.registers.lending.models import Extension, Loan
from prongsai.registers.lending.models.loan_choices import IdKind, ItemCondition
from prongsai.registers.lending.states.loans import LoanState, SettlementState
from prongsai.ui.writing import short_date
from tests.borrowing import (
    approved,
    asked,
    asked_at_counter,
    checked,
    lent,
    make_asset,
    make_house,
    outsider,
    returned,
)
from tests.cast import client_of, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

REASONS = {"facts": "ไม่พอ", "law": "ข้อ 208", "considerations": "ต้องใช้เอง"}


@pytest.fixture(autouse=True)
def without_second_factor(settings):
    settings.SECOND_FACTOR_WAIVED_IN_DEMONSTRATIONS = True


def now():
    return timezone.now()


def soon(days=0):
    return short_date(localdate(now()) + timedelta(days=days))


def recent(days=0):
    """Days of a loan that runs now, and the moment it is made."""
    day = localdate(now())
    return {"starts_on": day, "due_on": day + timedelta(days=3), "at": now()}


def field(loan, name):
    (line,) = loan.lines.all()
    return f"{name}-{line.pk}"


def test_a_loan_from_the_shelf_to_its_end_by_the_screens_alone():
    house = make_house()
    tent = make_asset(house)
    alice, supply, head = map(client_of, (house.alice, house.supply, house.head))
    address = f"/staff/lending/loans/new/?n{tent.pk}=1"
    wanted = {
        f"n{tent.pk}": "๑",
        "starts_on": soon(),
        "due_on": soon(3),
        "purpose": "ประชุม",
        "benefit": "official",
        "place": "ห้องประชุม",
        "on_premises": "on",
        "division": house.division.pk,
    }

    alice.post(address, wanted)
    loan = Loan.objects.get()
    page = loan.get_absolute_url()
    supply.post(f"{page}check/", {"leaves_enough": "on"})
    head.post(
        f"{page}decide/",
        {
            field(loan, "approved"): "1",
            "benefit_reason": "ใช้ราชการ",
            "no_conflict": "on",
            "deed": "approve",
        },
    )
    supply.post(
        f"{page}hand-over/",
        {
            field(loan, "quantity"): "1",
            field(loan, "condition"): "good",
            "handed_to": "ผู้รับ",
        },
    )
    supply.post(f"{page}take-back/", {field(loan, "good"): "1", "brought_by": "ผู้คืน"})
    supply.post(f"{page}close/")

    loan.refresh_from_db()
    assert loan.state == LoanState.CLOSED
    verbs = Event.objects.filter(target=f"lending.loan:{loan.pk}").order_by("number")
    assert [event.verb for event in verbs] == [
        "lending.requested",
        "lending.checked",
        "lending.loan-decided",
        "lending.handed-over",
        "lending.taken-back",
        "lending.closed",
    ]


def test_the_pages_a_supply_officer_opens_are_all_there():
    house = make_house()
    loan, asset = asked(house), make_asset(house)
    client = client_of(house.supply)
    pages = [
        "",
        "desk/",
        "pick/",
        f"pick/?starts_on={soon()}&due_on={soon(1)}",
        "pick-for-outsider/",
        f"new-for-outsider/?n{asset.pk}=1",
        f"{loan.pk}/",
        f"{loan.pk}/check/",
        f"{loan.pk}/cancel/",
        f"{loan.pk}/form.pdf",
        f"{loan.pk}/form.docx",
        "publishing/",
        "register/?year=2569&side=internal&ending=pdf",
        "register/?year=๒๕๖๙&side=external&ending=xlsx",
        "register/?year=2569&side=external&ending=csv",
        "report/?year=2569&period=year&ending=pdf",
        "report/?year=2569&period=half-1&ending=docx",
        "report/?year=2569&period=month-10&ending=pdf",
        "?q=ทดลอง&state=requested&overdue=yes&export=csv",
    ]

    answers = {
        page: client.get(f"/staff/lending/loans/{page}").status_code for page in pages
    }

    assert answers == dict.fromkeys(pages, 200)


@pytest.mark.parametrize(
    "page",
    [
        "99999/",
        "1/nothing.pdf",
        "report/?year=2569&period=month-13&ending=pdf",
        "report/?year=2569&period=month-x&ending=pdf",
        "report/?year=9999&period=year&ending=pdf",
        "register/?year=1&side=internal&ending=csv",
        "register/?year=2569&side=all&ending=csv",
        "report/",
        "publishing/99999/",
    ],
)
def test_what_is_not_there_is_not_found(page):
    house = make_house()
    asked(house)

    answer = client_of(house.supply).get(f"/staff/lending/loans/{page}")

    assert answer.status_code == 404


def test_papers_a_loan_does_not_have_are_not_found():
    house = make_house()
    loan = asked(house)
    client = client_of(house.supply)

    for kind in ("refusal", "chase", "secret"):
        assert client.get(f"{loan.get_absolute_url()}{kind}.pdf").status_code == 404


def test_an_officer_sees_what_they_borrow_and_no_more():
    house = make_house()
    mine, other = asked(house), asked_at_counter(house)
    client = client_of(house.alice)

    assert client.get(mine.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 404
    assert client.get(f"{mine.get_absolute_url()}check/").status_code == 403
    assert client.get("/staff/lending/loans/desk/").status_code == 403
    assert client.post("/staff/lending/loans/publishing/propose/").status_code == 403


def test_administrators_see_no_loan():
    house = make_house()
    loan = asked(house)
    admin = make_user(role=Role.ADMINISTRATOR, office=house.office)

    assert client_of(admin).get(loan.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"deed": "approve", "no_conflict": "on"}, 422),
        ({"deed": "approve", "benefit_reason": "ราชการ"}, 422),
        ({"deed": "refuse", "no_conflict": "on"}, 422),
        ({"deed": "", "no_conflict": "on", "benefit_reason": "ราชการ"}, 422),
        ({"deed": "refuse", "no_conflict": "on"} | REASONS, 302),
    ],
)
def test_a_decision_says_what_it_must(data, status):
    house = make_house()
    loan = checked(house)

    answer = client_of(house.head).post(
        f"{loan.get_absolute_url()}decide/", {field(loan, "approved"): "1"} | data
    )

    assert answer.status_code == status


def test_a_partial_approval_asks_for_the_reasons():
    house = make_house()
    loan = checked(house, (make_asset(house, quantity=9), 5))
    client, page = client_of(house.head), f"{loan.get_absolute_url()}decide/"
    data = {
        field(loan, "approved"): "3",
        "benefit_reason": "ราชการ",
        "no_conflict": "on",
        "deed": "approve",
    }

    without, with_them = client.post(page, data), client.post(page, data | REASONS)

    assert (without.status_code, with_them.status_code) == (422, 302)
    assert client.get(f"{loan.get_absolute_url()}refusal.pdf").status_code == 200


def test_a_page_that_has_gone_stale_is_told_and_changes_nothing():
    house = make_house()
    loan = approved(house)

    answer = client_of(house.head).post(
        f"{loan.get_absolute_url()}decide/",
        {field(loan, "approved"): "1", "no_conflict": "on", "deed": "refuse"} | REASONS,
    )

    loan.refresh_from_db()
    assert (answer.status_code, loan.state) == (409, LoanState.APPROVED)


def test_an_identity_number_is_masked_until_somebody_asks_and_that_is_recorded():
    house = make_house()
    borrower = outsider(id_kind=IdKind.CITIZEN, id_number="1234567890121")
    loan = asked_at_counter(house, borrower=borrower)
    client, page = client_of(house.supply), loan.get_absolute_url()

    before = client.get(page).content.decode()
    shown = client.post(f"{page}unmask/")

    assert "1234567890121" not in before
    assert "12-1" in before
    assert "1234567890121" in shown.content.decode()
    assert shown.headers["Cache-Control"] == "no-store"
    read = Event.objects.filter(target=f"lending.loan:{loan.pk}").latest("number")
    assert read.facts == {"fields": "id_number"}


def test_the_auditor_reads_the_loan_and_not_the_number():
    house = make_house()
    borrower = outsider(id_kind=IdKind.CITIZEN, id_number="1234567890121")
    loan = asked_at_counter(house, borrower=borrower)
    auditor = client_of(make_user(role=Role.AUDITOR, office=house.office))

    assert auditor.get(loan.get_absolute_url()).status_code == 200
    assert auditor.post(f"{loan.get_absolute_url()}unmask/").status_code == 403


def test_more_time_is_asked_for_and_granted_by_the_screens():
    house = make_house()
    loan = lent(house, **recent())
    page = loan.get_absolute_url()

    client_of(house.alice).post(
        f"{page}extend/", {"until": soon(9), "reason": "งานเลื่อน"}
    )
    head = client_of(house.head)
    assert head.get(f"{page}decide-extension/").status_code == 200
    head.post(f"{page}decide-extension/", {"no_conflict": "on", "deed": "approve"})

    loan.refresh_from_db()
    assert Extension.objects.get().state == "granted"
    assert loan.due_on == localdate(now()) + timedelta(days=9)
    assert head.get(f"{page}decide-extension/").status_code == 404


def test_damage_is_settled_by_the_screens():
    house = make_house()
    loan = returned(house, condition=ItemCondition.DAMAGED, **recent())
    page = loan.get_absolute_url()
    supply, head = client_of(house.supply), client_of(house.head)

    assert supply.get(f"{page}hear/").status_code == 404
    supply.post(f"{page}open-settlement/", {"findings": "ผ้าขาด"})
    silent = supply.post(f"{page}hear/", {"silent": "on"})
    supply.post(f"{page}hear/", {"statement": "ลมแรง"})
    no_amount = head.post(
        f"{page}decide-settlement/",
        {"remedy": "pay", "no_conflict": "on", "deed": "approve"} | REASONS,
    )
    head.post(
        f"{page}decide-settlement/",
        {"remedy": "pay", "amount": "๑,๒๐๐.๕๐", "no_conflict": "on", "deed": "approve"}
        | REASONS,
    )
    supply.post(f"{page}fulfil/", {"proof": "ใบเสร็จ 7"})
    supply.post(f"{page}close/")

    loan.refresh_from_db()
    assert (silent.status_code, no_amount.status_code) == (422, 422)
    assert loan.settlement.state == SettlementState.FULFILLED
    assert str(loan.settlement.amount) == "1200.50"
    assert loan.state == LoanState.CLOSED


def test_a_return_of_nothing_or_too_much_is_refused_beside_the_form():
    house = make_house()
    loan = lent(house, **recent())
    client, page = client_of(house.supply), f"{loan.get_absolute_url()}take-back/"

    nothing = client.post(page, {field(loan, "good"): "0", "brought_by": "ผู้คืน"})
    too_much = client.post(
        page,
        {field(loan, "good"): "1", field(loan, "lost"): "1", "brought_by": "ผู้คืน"},
    )

    assert (nothing.status_code, too_much.status_code) == (422, 422)


def test_the_calendar_of_an_asset_says_how_many_are_free():
    house = make_house()
    chairs = make_asset(house, quantity=10)
    lent(house, (chairs, 4), **recent())

    page = client_of(house.alice).get(f"/staff/lending/assets/{chairs.pk}/calendar/")

    assert "6 / 10" in page.content.decode()


def test_the_register_is_proposed_by_one_person_and_confirmed_by_another():
    house = make_house()
    lent(house, **recent())
    supply, head = client_of(house.supply), client_of(house.head)
    year = Loan.objects.get().year

    proposed = supply.post("/staff/lending/loans/publishing/propose/", {"year": year})
    own = supply.post(f"{proposed.headers['Location']}confirm/")
    seen = head.get(proposed.headers["Location"])
    done = head.post(f"{proposed.headers['Location']}confirm/")
    public = client_of(None, office=house.office).get(
        f"/published/lending/{year}/register/"
    )

    assert (own.status_code, done.status_code) == (403, 302)
    assert seen.status_code == public.status_code == 200
    assert house.alice.first_name not in public.content.decode()


@pytest.mark.parametrize("count", [1, 8])
def test_the_list_and_the_page_ask_the_database_the_same_number_of_times(
    count, django_assert_max_num_queries
):
    house = make_house()
    for _n in range(count):
        loan = lent(house, (make_asset(house), 1), (make_asset(house), 1), **recent())
    client = client_of(house.supply)

    with django_assert_max_num_queries(30):
        client.get("/staff/lending/loans/")
    with django_assert_max_num_queries(40):
        client.get(loan.get_absolute_url())

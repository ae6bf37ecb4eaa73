"""Fills an empty installation for the benchmarks of the website.

python -m benchmarks.filling OFFICES LOANS
python -m benchmarks.filling again

Prints, as JSON, where to ask and the cookie of a signed-in supply officer. Rows are
written in bulk: the speed of reading is measured here, not the deeds. ``again`` waits for
a line, publishes the table once more with one row more, and prints when that was done.
"""

import json
import sys
import time
from datetime import date, timedelta

import django

django.setup()

from django.test import Client  # noqa: E402
from django.utils.timezone import now  # noqa: E402

from prongsai.config.demonstration.office import (  # noqa: E402
    Cast,
    make_people,
    plan,
)
from prongsai.foundations.accounts.models import User  # noqa: E402
from prongsai.foundations.organisations import tenancy  # noqa: E402
from prongsai.foundations.organisations.models import (  # noqa: E402
    Division,
    HostName,
    Organisation,
)
from prongsai.foundations.publications import actions as publications  # noqa: E402
from prongsai.ita.thai.fiscal import fiscal_year_of  # noqa: E402
from prongsai.registers.lending.models import (  # noqa: E402
    Asset,
    AssetGroup,
    Loan,
    LoanLine,
)
from prongsai.registers.lending.models.loan_choices import (  # noqa: E402
    Benefit,
    BorrowerKind,
    Channel,
)
from prongsai.registers.lending.states.loans import LoanState  # noqa: E402

FEW = 20
"""Loans of each of the other offices."""

ADDRESS = "benchmark/register"


def make_office(number: int, loans: int) -> Organisation:
    """Make one office with its people and loans."""
    data = plan().office | {"name_en": f"Office {number}"}
    office = Organisation.objects.create(is_demonstration=True, **data)
    host = "127.0.0.1" if number == 0 else f"office{number}.localhost"
    HostName.objects.create(host=host, organisation=office)
    with tenancy.acting_for(office.pk):
        cast = _people(office, everybody=number == 0)
        group = AssetGroup.objects.create(organisation=office, code="1", name_th="เต็นท์")
        asset = Asset.objects.create(
            organisation=office,
            code="100-60-0001",
            name_th="เต็นท์โค้ง",
            group=group,
            unit="หลัง",
            division=cast.divisions["supply"],
        )
        first = date(2020, 10, 1)
        rows = [
            Loan(
                organisation=office,
                year=fiscal_year_of(first + timedelta(days=n % 2000)),
                number=n + 1,
                state=LoanState.CLOSED if n % 7 else LoanState.HANDED_OVER,
                channel=Channel.COUNTER,
                division=cast.divisions["supply"],
                borrower_kind=BorrowerKind.INTERNAL,
                borrower=cast.people["teacher"],
                borrower_name="ผู้ยืมตัวอย่าง",
                purpose="งานทดสอบของสำนักงาน",
                benefit=Benefit.OFFICIAL,
                place="หอประชุม",
                on_premises=True,
                has_consumables=False,
                starts_on=first + timedelta(days=n % 2000),
                due_on=first + timedelta(days=n % 2000 + 5),
                requested_by=cast.people["teacher"],
                requested_at=now(),
            )
            for n in range(loans)
        ]
        made = Loan.objects.bulk_create(rows, batch_size=500)
        LoanLine.objects.bulk_create(
            [
                LoanLine(organisation=office, loan=loan, asset=asset, asked=1)
                for loan in made
            ],
            batch_size=500,
        )
    return office


def _people(office: Organisation, *, everybody: bool) -> Cast:
    """Make the whole cast, or one person who never signs in: hashing passwords is slow."""
    if everybody:
        return make_people(office, since=date(2020, 10, 1))
    division = Division.objects.create(
        organisation=office, code="supply", name_th="งานพัสดุ", name_en="Supply"
    )
    teacher = User.objects.create(
        organisation=office, username="teacher", first_name="สมมติ", last_name="ทดสอบ"
    )
    return Cast(
        office=office, people={"teacher": teacher}, divisions={"supply": division}
    )


def publish_table(office: Organisation, *, rows: int = 20) -> None:
    """Publish a table of so many rows."""
    with tenancy.acting_for(office.pk):
        publications.publish(
            address=ADDRESS,
            title_th="ทะเบียนคุมการยืม",
            title_en="Register of loans",
            content={
                "tables": [
                    {
                        "key": "loans",
                        "title_th": "การยืม",
                        "title_en": "Loans",
                        "columns": [
                            {"key": "n", "label_th": "ลำดับ", "label_en": "No."},
                            {"key": "what", "label_th": "รายการ", "label_en": "What"},
                            {"key": "due", "label_th": "กำหนดคืน", "label_en": "Due"},
                        ],
                        "rows": [
                            [str(n), f"เต็นท์โค้งหลังที่ {n}", f"{n} ม.ค. 2569"]
                            for n in range(1, rows + 1)
                        ],
                    }
                ]
            },
            by=None,
            at=now(),
        )


def cookie_of(office: Organisation) -> str:
    """Sign the supply officer in and return the cookie of the session."""
    with tenancy.acting_for(office.pk):
        client = Client()
        client.force_login(User.objects.get(username="supply"))
        return f"sessionid={client.cookies['sessionid'].value}"


def main(offices: int, loans: int) -> None:
    """Fill and say where to look."""
    largest = make_office(0, loans)
    for number in range(1, offices):
        make_office(number, FEW)
    publish_table(largest)
    print(
        json.dumps(
            {
                "public": f"/published/{ADDRESS}/",
                "staff": "/staff/lending/loans/",
                "cookie": cookie_of(largest),
            }
        )
    )


def again() -> None:
    """Publish the table anew when told to; all processes here share one clock."""
    office = Organisation.objects.get(hosts__host="127.0.0.1")
    print("ready", flush=True)
    sys.stdin.readline()
    publish_table(office, rows=21)
    print(time.monotonic(), flush=True)


if __name__ == "__main__" and sys.argv[1:] == ["again"]:
    again()
elif __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

"""Every way to read the numbers that were given."""

from django.db.models import Count, Max, Min, QuerySet

from prongsai.foundations.numbering.models import Counter, Number
from prongsai.foundations.organisations import tenancy


def given() -> QuerySet[Number]:
    """Return every number of the current office, void ones too."""
    return Number.objects.filter(organisation=tenancy.required()).select_related(
        "given_by", "voided_by"
    )


def kinds() -> list[str]:
    """Return the kinds of number that were ever given here."""
    rows = Counter.objects.filter(organisation=tenancy.required())
    return list(rows.order_by("kind").values_list("kind", flat=True).distinct())


def gaps() -> list[tuple[str, int]]:
    """Return kinds and years whose numbers are not 1, 2, 3 … up to the counter.

    There can be none; the register page says so from this, and not from hope.
    """
    rows = (
        given()
        .order_by()
        .values("kind", "year")
        .annotate(count=Count("pk"), first=Min("number"), last=Max("number"))
    )
    found = {
        (row["kind"], row["year"]): (row["first"], row["last"], row["count"])
        for row in rows
    }
    counters = Counter.objects.filter(organisation=tenancy.required(), last__gt=0)
    return sorted(
        (counter.kind, counter.year)
        for counter in counters
        if found.get((counter.kind, counter.year)) != (1, counter.last, counter.last)
    )

"""Ask for a verification of the chain, and finish it."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import queries
from prongsai.foundations.audit.actions.recording import Fact, record
from prongsai.foundations.audit.models import Verification
from prongsai.foundations.audit.verifying import Report, verify
from prongsai.foundations.organisations import tenancy


@transaction.atomic
def ask(*, by: User | None, at: datetime) -> Verification:
    """Note that somebody wants the chain verified; ``finish`` does it."""
    asked = Verification.objects.create(
        organisation_id=tenancy.required(), asked_by=by, asked_at=at
    )
    record("audit.verification-asked", on=asked, by=by, at=at)
    return asked


def finish(asked: Verification, *, by: User | None, at: datetime) -> Verification:
    """Verify the chain and write down what was found; a finished one stays as it is.

    Reads first and writes last, so that nobody waits while it reads.
    """
    if asked.finished_at is not None:
        return asked
    return _note(asked, verify(noted=queries.noted()), by=by, at=at)


@transaction.atomic
def _note(
    asked: Verification, report: Report, *, by: User | None, at: datetime
) -> Verification:
    """Write down what a verification found, once."""
    found = Verification.objects.select_for_update().get(
        organisation=tenancy.required(), pk=asked.pk
    )
    if found.finished_at is not None:
        return found
    found.finished_at = at
    found.lines, found.number = report.lines, report.number
    found.digest, found.untold = report.digest, report.untold
    found.problems = [asdict(problem) for problem in report.problems]
    found.save()
    facts: dict[str, Fact] = {"line": report.number, "intact": report.is_intact}
    record("audit.verified", on=found, by=by, at=at, **facts)
    return found

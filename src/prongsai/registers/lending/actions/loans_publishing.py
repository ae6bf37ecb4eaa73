"""Make the register of a year public: one person proposes, another confirms."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import actions as publications
from prongsai.foundations.publications.contents import checked_content, digest_of
from prongsai.foundations.publications.models import Version
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.actions.loans_telling import tell_of_proposal
from prongsai.registers.lending.models import RegisterProposal
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries.loans_register import public_content


class ProposalOpen(ItaError):
    """A register of this year waits for confirmation already: ``year``."""

    code = "lending.proposal-open"


class ProposalConfirmed(ItaError):
    """It was confirmed already."""

    code = "lending.proposal-confirmed"


class OwnProposal(ItaError):
    """Who proposed it may not confirm it."""

    code = "lending.own-proposal"


def address_of(year: int) -> str:
    """Return the address of the register of a fiscal year; it never changes."""
    return f"lending/{year}/register"


@transaction.atomic
def propose_register(year: int, *, by: User, at: datetime) -> RegisterProposal:
    """Freeze the register of a fiscal year as it stands, for another person to look at."""
    today = localdate(at)
    if not permissions.can_propose_register(by, on=today):
        raise PermissionDenied
    open_ones = RegisterProposal.objects.filter(
        organisation=tenancy.required(), year=year, confirmed_at__isnull=True
    )
    if open_ones.exists():
        raise ProposalOpen(year=year)
    content = checked_content(public_content(year, upto=today))
    proposal = RegisterProposal.objects.create(
        organisation_id=tenancy.required(),
        year=year,
        content=content,
        digest=digest_of(content),
        proposed_by=by,
        proposed_at=at,
    )
    audit.record(
        "lending.register-proposed", on=proposal, by=by, at=at, digest=proposal.digest
    )
    roles = (Role.HEAD, Role.CLERK)
    people = [held.user for role in roles for held in holders(role, on=today)]
    tell_of_proposal(proposal, [p for p in people if p != by], at=at)
    return proposal


@transaction.atomic
def confirm_register(proposal: RegisterProposal, *, by: User, at: datetime) -> Version:
    """Publish a proposed register, exactly as it was proposed."""
    proposal = RegisterProposal.objects.select_for_update().get(pk=proposal.pk)
    if not permissions.can_confirm_register(by, on=localdate(at)):
        raise PermissionDenied
    if proposal.proposed_by_id == by.pk:
        raise OwnProposal
    if proposal.confirmed_at is not None:
        raise ProposalConfirmed
    proposal.confirmed_by, proposal.confirmed_at = by, at
    proposal.save(update_fields=["confirmed_by", "confirmed_at"])
    year = proposal.year
    version = publications.publish(
        address=address_of(year),
        title_th=f"ทะเบียนการยืมพัสดุ ปีงบประมาณ พ.ศ. {year}",
        title_en=f"Register of lent assets, fiscal year {year}",
        content=proposal.content,
        by=by,
        at=at,
    )
    audit.record(
        "lending.register-confirmed", on=proposal, by=by, at=at, version=version.number
    )
    return version

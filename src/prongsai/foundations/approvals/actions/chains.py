"""Chains: two to begin with, and what the administrator makes of them."""

from datetime import datetime
from itertools import pairwise

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.approvals import permissions
from prongsai.foundations.approvals.models import ChainTemplate, ChainTemplateStep
from prongsai.foundations.approvals.refusals import ChainInUse, ChainInvalid
from prongsai.foundations.approvals.rules import rule
from prongsai.foundations.approvals.statements import ChainPlan, StepPlan
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance, check_version

USUAL = ChainPlan(
    name_th="ตามลำดับชั้น: หัวหน้าส่วนราชการ ปลัด ผู้บริหาร",
    name_en="Full line: head of division, chief officer, head of the office",
    steps=(
        StepPlan(role=Role.HEAD, may_skip_vacant=True),
        StepPlan(role=Role.CLERK),
        StepPlan(role=Role.MAYOR),
    ),
    is_default=True,
)
SHORT = ChainPlan(
    name_th="ภายในส่วนราชการ: หัวหน้าส่วนราชการ",
    name_en="Within the division: head of division",
    steps=(StepPlan(role=Role.HEAD),),
)


@transaction.atomic
def provide_chains(*, by: User | None, at: datetime) -> None:
    """Give an office without any chain the usual one and a short one."""
    office = tenancy.required()
    if ChainTemplate.objects.filter(organisation=office).exists():
        return
    for plan in (USUAL, SHORT):
        chain, made = ChainTemplate.objects.get_or_create(
            organisation_id=office,
            name_th=plan.name_th,
            defaults={"name_en": plan.name_en, "is_default": plan.is_default},
        )
        if made:
            _plan_steps(chain, plan)
            audit.record("approvals.chain_provided", on=chain, by=by, at=at)


@transaction.atomic
def make_chain(plan: ChainPlan, *, by: User, at: datetime) -> ChainTemplate:
    """Add a chain of approval."""
    if not permissions.can_keep_chains(by, on=localdate(at)):
        raise PermissionDenied
    _check(plan, at=at)
    chain = ChainTemplate(organisation_id=tenancy.required())
    _apply(chain, plan)
    audit.record("approvals.chain_made", on=chain, by=by, at=at, steps=len(plan.steps))
    return chain


@transaction.atomic
def change_chain(
    chain: ChainTemplate,
    plan: ChainPlan,
    *,
    version: int | None = None,
    by: User,
    at: datetime,
) -> ChainTemplate:
    """Change a chain; memos on their way keep the steps they were submitted with."""
    chain = ChainTemplate.objects.select_for_update().get(
        organisation=tenancy.required(), pk=chain.pk
    )
    if not permissions.can_keep_chains(by, on=localdate(at)):
        raise PermissionDenied
    if version is not None:
        check_version(chain, version)
    _check(plan, at=at)
    if chain.is_default and not (plan.is_default and plan.is_active):
        raise ChainInUse
    advance(chain)
    _apply(chain, plan)
    audit.record(
        "approvals.chain_changed", on=chain, by=by, at=at, steps=len(plan.steps)
    )
    return chain


@transaction.atomic
def default_chain(*, by: User | None, at: datetime) -> ChainTemplate:
    """Return the chain that is used unless another is chosen; make it when there is none."""
    provide_chains(by=by, at=at)
    return ChainTemplate.objects.filter(
        organisation=tenancy.required(), is_active=True
    ).order_by("-is_default", "pk")[0]


def _check(plan: ChainPlan, *, at: datetime) -> None:
    longest = rule("longest_chain", on=localdate(at)).value
    asked = [(step.role, step.division) for step in plan.steps]
    twice = any(a == b for a, b in pairwise(asked))
    if not 1 <= len(asked) <= longest or twice:
        raise ChainInvalid(limit=longest)
    if plan.is_default and not plan.is_active:
        raise ChainInUse


def _apply(chain: ChainTemplate, plan: ChainPlan) -> None:
    chain.name_th, chain.name_en = plan.name_th.strip(), plan.name_en.strip()
    chain.is_active, chain.is_default = plan.is_active, plan.is_default
    if plan.is_default:
        ChainTemplate.objects.filter(
            organisation=chain.organisation_id, is_default=True
        ).exclude(pk=chain.pk).update(is_default=False)
    chain.save()
    _plan_steps(chain, plan)


def _plan_steps(chain: ChainTemplate, plan: ChainPlan) -> None:
    chain.steps.all().delete()
    for order, step in enumerate(plan.steps, 1):
        ChainTemplateStep.objects.create(
            organisation_id=chain.organisation_id,
            template=chain,
            order=order,
            role=step.role,
            division=step.division,
            may_skip_vacant=step.may_skip_vacant,
        )

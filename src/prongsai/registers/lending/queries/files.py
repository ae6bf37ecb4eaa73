"""Who may open the files of this register: asked by key, when somebody opens one."""

from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.registers.lending.models.checks import CheckItem
from prongsai.registers.lending.permissions import loans as loan_permissions
from prongsai.registers.lending.queries import assets, checks, loans


def can_read_loan(user: User, pk: int) -> bool:
    """Whoever may read the papers of a loan reads its photos."""
    today = localdate()
    loan = loans.visible_to(user, on=today).filter(pk=pk).first()
    return loan is not None and loan_permissions.can_read_files(user, loan, on=today)


def can_read_asset(user: User, pk: int) -> bool:
    """Whoever sees an asset sees its photos."""
    return assets.visible_to(user, on=localdate()).filter(pk=pk).exists()


def can_read_count(user: User, pk: int) -> bool:
    """Whoever sees a check sees what was photographed while counting."""
    seen = checks.visible_to(user, on=localdate())
    return CheckItem.objects.filter(pk=pk, stock_check__in=seen).exists()

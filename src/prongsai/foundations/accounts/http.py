"""The request a signed-in page receives."""

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.http import OfficeRequest


class StaffRequest(OfficeRequest):
    """A request whose user has signed in; the gate before ``/staff/`` makes it true."""

    user: User

"""What happens to files once a day."""

from datetime import date, datetime

from prongsai.foundations.files import actions


def clean_files(day: date, at: datetime) -> None:  # noqa: ARG001  # the contract
    """Remove uploads nobody claimed and bytes without a row; note bytes that are gone."""
    actions.sweep(at=at)


DAILY = [clean_files]

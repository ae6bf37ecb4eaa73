"""What a file of people and terms is checked against: positions and people by their names."""

from prongsai.ita.thai.text import fold
from prongsai.registers.directory.models import Officeholder, Seat
from prongsai.registers.directory.queries import directory


def seats_by_title() -> dict[str, list[Seat]]:
    """Return the standing positions by their folded titles; some titles stand twice."""
    found: dict[str, list[Seat]] = {}
    for seat in directory.standing_seats():
        for title in {fold(seat.title_th), fold(seat.title_en)} - {""}:
            found.setdefault(title, []).append(seat)
    return found


def holders_by_name() -> dict[str, Officeholder]:
    """Return the people of the directory by first and last name, folded."""
    return {
        fold(f"{one.first_name} {one.last_name}"): one for one in directory.holders()
    }

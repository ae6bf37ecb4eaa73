"""Make an invented office for each colour; print its host and a session in it.

python -m tests.prongsai.sites.coloured_offices "#0b5563" …, in the folder PRONGSAI_DATA names
"""

import sys

import django


def main(colours: list[str]) -> str:
    """Make the offices and return a line with host and session for each."""
    from django.core.management import call_command  # noqa: PLC0415  # after the set-up

    call_command("migrate", verbosity=0)
    return "\n".join(make(colour) for colour in colours)


def make(colour: str) -> str:
    """Make one office with one signed-in administrator."""
    from django.conf import settings  # noqa: PLC0415
    from django.contrib.auth import (  # noqa: PLC0415
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        SESSION_KEY,
    )
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415

    from prongsai.foundations.organisations import tenancy  # noqa: PLC0415
    from tests.cast import make_office, make_user  # noqa: PLC0415

    office = make_office(colour=colour, phones="000-000-0000", amphoe="ตัวอย่าง")
    with tenancy.acting_for(office.pk):
        user = make_user(role="administrator", office=office)
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
    return f"office{office.pk}.localhost {session.session_key}"


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(main(sys.argv[1:]))

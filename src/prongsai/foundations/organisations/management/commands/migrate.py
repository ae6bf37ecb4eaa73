"""``manage migrate``: Django's own, and then the promises and the wall, every time."""

from typing import Any

from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import connections

from prongsai.foundations.organisations import wall
from prongsai.foundations.records import promises


class Command(migrate.Command):
    """Migrates, then makes the database keep what Django cannot write."""

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's
        """Run the migration and everything that must hold after it."""
        super().handle(*args, **options)
        call_command("createcachetable", database=options["database"], verbosity=0)
        connection = connections[options["database"]]
        promises.keep_all(connection)
        wall.build(connection)

"""``manage db_worker``: the queue library's own worker, refused."""

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Points to our worker: the library's gives no sign of life and begins no day."""

    help = "Not for this installation: use `prongsai manage worker`."

    def handle(self, **_options: object) -> None:
        """Say which command does the work."""
        raise CommandError(
            "Use: prongsai manage worker / โปรดใช้คำสั่ง prongsai manage worker"
        )

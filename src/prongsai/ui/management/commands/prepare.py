"""``prongsai manage prepare``: make the fonts and compile the translations."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from prongsai.ui import preparing


class Command(BaseCommand):
    """Makes what pages need and the repository does not hold; quick when all is there."""

    help = (
        "Make the web fonts and compile the translations (quick when all is current)."
    )
    # Runs before there is a database and before anything is translated.
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002  # Django's
        """Make what is missing and say what was made."""
        try:
            made = preparing.make_fonts()
            compiled = preparing.compile_translations()
        except OSError as error:
            message = (
                f"Cannot write {error.filename}: {error.strerror} / "
                f"เขียนแฟ้ม {error.filename} ไม่ได้"
            )
            raise CommandError(message) from error
        if options["verbosity"] and (made or compiled):
            fonts = len(preparing.WEIGHTS) if made else 0
            self.stdout.write(
                f"prepared: {fonts} fonts, {len(compiled)} translations / "
                f"เตรียมแล้ว: แบบอักษร {fonts} แบบ คำแปล {len(compiled)} แฟ้ม"
            )

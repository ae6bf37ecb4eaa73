"""The application of administration."""

from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """Known to Django as ``administration``."""

    name = "prongsai.foundations.administration"

    def ready(self) -> None:
        """Let the people of an office open the original of its seal."""
        from prongsai.foundations.administration import queries  # noqa: PLC0415
        from prongsai.foundations.files import readers  # noqa: PLC0415

        readers.register("organisations.organisation", queries.is_of_office)

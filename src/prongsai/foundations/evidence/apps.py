"""The application of evidence."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Known to Django as ``evidence``."""

    name = "prongsai.foundations.evidence"

    def ready(self) -> None:
        """Let the readers of a row open the files that prove it."""
        from prongsai.foundations.evidence import queries  # noqa: PLC0415  # models first
        from prongsai.foundations.files import readers  # noqa: PLC0415  # the same

        readers.register("evidence.evidence", queries.may_read_file_of)

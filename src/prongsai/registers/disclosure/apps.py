"""The application of disclosure."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Known to Django as ``disclosure``."""

    name = "prongsai.registers.disclosure"

    def ready(self) -> None:
        """Name the page an item is published with."""
        from prongsai.foundations.files import readers  # noqa: PLC0415  # models
        from prongsai.foundations.publications import templates  # noqa: PLC0415  # models

        templates.register("disclosure/public/item.html")
        from prongsai.registers.disclosure.queries import exporting  # noqa: PLC0415

        readers.register("disclosure.year", exporting.can_read_pack)
        self._tell_of_items()

    def _tell_of_items(self) -> None:
        """Say who opens the files of items, what a memo decides, what writes documents."""
        from prongsai.foundations.approvals import subjects  # noqa: PLC0415  # models
        from prongsai.foundations.files import readers  # noqa: PLC0415  # models
        from prongsai.registers.disclosure.actions import passing  # noqa: PLC0415
        from prongsai.registers.disclosure.documents import writing  # noqa: PLC0415
        from prongsai.registers.disclosure.queries import items, telling  # noqa: PLC0415  # fmt: skip

        readers.register("disclosure.part", items.can_read_part)
        readers.register("disclosure.edition", items.can_read_edition)
        passing.use(writing.files_of)
        subjects.register(
            items.SUBJECT,
            content_of=passing.content_of,
            on_decided=passing.on_decided,
            on_voided=passing.on_voided,
            wording_of=telling.wording_of,
        )

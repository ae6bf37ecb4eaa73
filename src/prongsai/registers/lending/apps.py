"""The application of lending."""

from django.apps import AppConfig


class LendingConfig(AppConfig):
    """Known to Django as ``lending``."""

    name = "prongsai.registers.lending"

    def ready(self) -> None:
        """Tell the foundations what this register has for them."""
        from prongsai.foundations.approvals import subjects  # noqa: PLC0415
        from prongsai.foundations.files import readers  # noqa: PLC0415  # models first
        from prongsai.registers.lending.actions import memos  # noqa: PLC0415
        from prongsai.registers.lending.queries import files as own  # noqa: PLC0415

        readers.register("lending.loan", own.can_read_loan)
        readers.register("lending.asset", own.can_read_asset)
        readers.register("lending.checkitem", own.can_read_count)
        subjects.register(
            memos.SUBJECT,
            content_of=memos.content_of,
            on_decided=memos.on_decided,
        )

"""The application of measures."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Known to Django as ``measures``."""

    name = "prongsai.registers.measures"

    def ready(self) -> None:
        """Tell the foundations what this register has for them."""
        from prongsai.foundations.approvals import subjects  # noqa: PLC0415
        from prongsai.foundations.evidence import owners  # noqa: PLC0415  # models first
        from prongsai.registers.measures.actions import holding, memos  # noqa: PLC0415
        from prongsai.registers.measures.queries import evidence, owning, telling  # noqa: PLC0415  # fmt: skip

        subjects.register(
            holding.SUBJECT,
            content_of=memos.content_of,
            on_decided=memos.on_decided,
            on_voided=memos.on_voided,
            wording_of=telling.wording_of,
        )
        owners.register(
            "measures.measure",
            can_read=owning.can_read,
            can_add=owning.can_add,
            url_of=owning.url_of,
            title_of=owning.title_of,
            period_of=owning.period_of,
            figures_of=evidence.figures_of,
            titles_of=owning.titles_of,
            readable=owning.readable,
        )

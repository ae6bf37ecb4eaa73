"""The application of news."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """Known to Django as ``news``."""

    name = "prongsai.registers.news"

    def ready(self) -> None:
        """Tell the foundations what this register has for them."""
        from prongsai.foundations.files import readers  # noqa: PLC0415  # models first
        from prongsai.foundations.publications import templates  # noqa: PLC0415
        from prongsai.registers.news.actions import attaching  # noqa: PLC0415
        from prongsai.registers.news.documents.articles import printed  # noqa: PLC0415
        from prongsai.registers.news.queries import articles, contents  # noqa: PLC0415

        templates.register(contents.TEMPLATE)
        readers.register("news.article", articles.can_read_photo)
        attaching.print_with(printed)

"""The application of directory."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Known to Django as ``directory``."""

    name = "prongsai.registers.directory"

    def ready(self) -> None:
        """Tell the foundations what this register has for them."""
        from prongsai.foundations.files import readers  # noqa: PLC0415  # models first
        from prongsai.foundations.publications import templates  # noqa: PLC0415
        from prongsai.registers.directory.queries import files, public  # noqa: PLC0415

        readers.register("directory.officeholder", files.can_read_holder)
        templates.register(public.TEMPLATE)

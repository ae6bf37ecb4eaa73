"""``prongsai manage …``: Django's own commands and the project's."""

import sys

import click


@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Administer the website: migrate, worker, verify_audit, backup, restore."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415  # slow

    from prongsai.cli.website import start_django  # noqa: PLC0415  # loads Django

    start_django()

    execute_from_command_line([f"{sys.argv[0]} manage", *arguments])

"""The group all commands hang on."""

import click


@click.group()
def main() -> None:
    """Integrity and transparency work of Thai local governments."""

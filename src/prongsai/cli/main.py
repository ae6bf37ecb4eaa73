"""The group all commands hang on; a command's module is loaded when it is called."""

from importlib import import_module

import click

from prongsai import __version__

_COMMANDS = {
    "read": "reading",
    "lint": "linting",
    "score": "scoring",
    "simulate": "scoring",
    "frameworks": "frameworks",
    "render": "rendering",
    "inspect": "inspecting",
    "serve": "serving",
    "demo": "demonstrating",
    "manage": "managing",
}


class Commands(click.Group):
    """A group that loads a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's
        """Name the commands in the order of the work."""
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's
        cmd_name: str,
    ) -> click.Command | None:
        """Load one command."""
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command = getattr(import_module(f"prongsai.cli.{module}"), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="prongsai")
def main() -> None:
    """Integrity and transparency work of Thai local governments.

    Exit codes: 0 all is well, 1 a report has errors or warnings, 2 the input cannot
    be used.
    """

"""Every command answers to --help and says one sentence for bad input."""

import pytest
from click.testing import CliRunner

from prongsai.cli import main

COMMANDS = ["read", "lint", "score", "simulate", "frameworks", "render", "inspect"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    result = CliRunner().invoke(main, [command, "--help"])

    assert result.exit_code == 0
    assert "--lang" in result.output


def test_help_lists_every_command():
    result = CliRunner().invoke(main, ["--help"])

    assert result.exit_code == 0
    assert all(command in result.output for command in COMMANDS)


def test_an_unknown_command_is_a_usage_error():
    assert CliRunner().invoke(main, ["fly"]).exit_code == 2

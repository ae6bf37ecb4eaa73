"""What every command shares: the language, the screen, and how errors are spoken."""

import functools
import os
import sys
from collections.abc import Callable
from typing import Concatenate, NoReturn, ParamSpec

import click
from rich.console import Console

from prongsai.ita.errors import ItaError
from prongsai.ita.words.catalogue import Language, speak

P = ParamSpec("P")

UNUSABLE = 2
"""Exit code for input that cannot be used."""


def default_language() -> Language:
    """English where the locale is English, else Thai."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.lower().startswith("en") else "th"
    return "th"


def speaking(
    command: Callable[Concatenate[Language, P], None],
) -> Callable[P, None]:
    """Give a command ``--lang`` and turn the library's errors into one sentence."""

    @click.option(
        "--lang",
        type=click.Choice(["th", "en"]),
        default=None,
        help="Language of messages: th or en. Default: from LANG, else Thai.",
    )
    @functools.wraps(command)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> None:
        chosen = kwargs.pop("lang", None)
        language: Language = "en" if chosen == "en" else "th"
        if chosen is None:
            language = default_language()
        try:
            command(language, *args, **kwargs)
        except ItaError as error:
            refuse(speak(error, language))

    return spoken


def refuse(sentence: str) -> NoReturn:
    """Say one sentence on standard error and leave with the code for bad input."""
    click.echo(sentence, err=True)
    sys.exit(UNUSABLE)


def screen() -> Console:
    """The terminal: wide enough for tables when the output goes to a file."""
    width = None if sys.stdout.isatty() else 120
    return Console(width=width, highlight=False)

"""Ask on the terminal for what the command line did not say."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, OutputWrapper


def answer(
    given: str | None,
    question: str,
    *,
    check: Callable[[str], object] | None = None,
    ask: Callable[[str], str] = input,
) -> str:
    """Return what was given, or ask until the answer is usable."""
    while True:
        try:
            found = (given if given is not None else ask(f"{question}: ")).strip()
        except (EOFError, KeyboardInterrupt) as error:
            message = f"Missing: {question}"
            raise CommandError(message) from error
        problem = _problem(found, check)
        if not problem:
            return found
        if given is not None:
            message = f"{question}: {problem}"
            raise CommandError(message)


def say(out: OutputWrapper, *lines: str) -> None:
    """Write lines."""
    for line in lines:
        out.write(line)


def _problem(text: str, check: Callable[[str], object] | None) -> str:
    if not text:
        return "must not be empty / ต้องไม่ว่าง"
    try:
        if check is not None:
            check(text)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""

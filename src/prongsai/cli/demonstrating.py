"""``prongsai demo``: an invented office with a year of work, to try everything on."""

from datetime import datetime
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from prongsai.cli.speech import screen, speaking
from prongsai.cli.website import make_ready
from prongsai.ita.words.catalogue import Language, say


@click.command()
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None)
@speaking
def demo(language: Language, today: datetime | None) -> None:
    """Fill an empty database with an invented office, its people and a year of work."""
    from django.utils.timezone import localdate  # noqa: PLC0415  # after the settings

    console = screen()
    make_ready()
    from prongsai.config.demonstration import making  # noqa: PLC0415  # after the settings

    if making.demonstration() is not None:
        console.print(say("cli.demo-there", language))
    else:
        day = today.date() if today else localdate()
        with _bar(console) as bar:
            tasks: dict[str, Any] = {}

            def advance(what: str, done: int, of: int) -> None:
                if what not in tasks:
                    tasks[what] = bar.add_task(
                        say(f"cli.demo-{what}", language), total=of
                    )
                bar.update(tasks[what], completed=done, total=of)

            making.make(today=day, progress=advance)
        console.print(say("cli.demo-made", language))
    print_people(console, language)


def print_people(console: Console, language: Language) -> None:
    """List who may sign in, when the office is an invented one."""
    from prongsai.config.demonstration import office  # noqa: PLC0415  # after the settings
    from prongsai.foundations.organisations.models import Organisation  # noqa: PLC0415  # as above

    if not Organisation.objects.filter(is_demonstration=True).exists():
        return
    console.print(say("cli.demo-people", language, password=office.PASSWORD))
    for person in office.plan().people:
        title = person["title_en" if language == "en" else "title_th"]
        console.print(f"  {person['username']:<12} {title}")


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
    )

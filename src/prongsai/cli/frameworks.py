"""``prongsai frameworks``: what is demanded in each fiscal year, and how sure it is."""

import json

import click
from rich.console import Console
from rich.table import Table

from prongsai.cli.speech import screen, speaking
from prongsai.ita.frameworks.export import as_json
from prongsai.ita.frameworks.loader import available, load
from prongsai.ita.frameworks.model import Framework
from prongsai.ita.words.catalogue import Language, say


@click.command()
@click.argument("year", type=int, required=False)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@speaking
def frameworks(language: Language, year: int | None, *, form: str) -> None:
    """List the years that are known, or one YEAR's indicators, levels and items."""
    if form == "json":
        years = [year] if year else available()
        data = [as_json(load(each)) for each in years]
        whole = data[0] if year else data
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    console = screen()
    if year is None:
        _years(console, language)
    else:
        _year(console, load(year), language)


def _years(console: Console, language: Language) -> None:
    table = Table(title=say("cli.frameworks", language))
    for name in ("year", "revision", "items", "levels", "missing"):
        table.add_column(say(f"cli.{name}", language))
    for year in available():
        framework = load(year)
        count = framework.item_count
        table.add_row(
            str(year),
            str(framework.revision),
            str(count.value) if count else "?",
            ", ".join(level.th for level in framework.levels),
            str(len(framework.missing)),
        )
    console.print(table)


def _year(console: Console, framework: Framework, language: Language) -> None:
    console.print(_indicators(framework, language))
    console.print(_levels(framework, language))
    console.print(_items(framework, language))
    for gap in framework.missing:
        text = gap.en if language == "en" else gap.th
        console.print(say("cli.not-known", language, what=text), style="yellow")


def _table(title: str, columns: tuple[str, ...], language: Language) -> Table:
    table = Table(title=title)
    for name in columns:
        table.add_column(say(f"cli.{name}", language))
    return table


def _indicators(framework: Framework, language: Language) -> Table:
    title = say("cli.indicators-of", language, year=framework.year)
    table = _table(
        title, ("instrument", "weight", "indicator", "name", "confidence"), language
    )
    weights = {i.code: i.weight for i in framework.instruments}
    for indicator in framework.indicators:
        table.add_row(
            indicator.instrument.value,
            str(weights[indicator.instrument]),
            str(indicator.number),
            indicator.en if language == "en" else indicator.th,
            indicator.grounds.confidence.value,
        )
    return table


def _levels(framework: Framework, language: Language) -> Table:
    table = _table(
        say("cli.levels", language),
        ("level", "min-total", "min-each", "confidence"),
        language,
    )
    for level in framework.levels:
        each = level.min_each_instrument
        table.add_row(
            level.en if language == "en" else level.th,
            str(level.min_total),
            str(each) if each is not None else "",
            level.grounds.confidence.value,
        )
    return table


def _items(framework: Framework, language: Language) -> Table:
    table = _table(
        say("cli.items", language), ("code", "name", "keys", "confidence"), language
    )
    for item in framework.items or ():
        keys = [element.key for element in item.elements or ()]
        table.add_row(
            item.code,
            item.en if language == "en" else item.th,
            ", ".join(keys) if keys else "?",
            item.grounds.confidence.value,
        )
    return table

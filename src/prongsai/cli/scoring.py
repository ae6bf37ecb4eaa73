"""``prongsai score`` and ``prongsai simulate``: from indicators to total and level."""

import json

import click

from prongsai.cli.speech import refuse, screen, speaking
from prongsai.cli.tables import print_result, print_simulation
from prongsai.ita.frameworks.loader import load
from prongsai.ita.scoring import score as scoring
from prongsai.ita.scoring import simulate as simulation
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.words.catalogue import Language, say

_YEAR = click.option(
    "--year",
    type=int,
    required=True,
    help="Fiscal year, Buddhist era, for example 2568.",
)
_VALUES = click.argument("values", nargs=-1, required=True, metavar="V1 … V10")
_FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table"
)
_ITEM = click.option(
    "--item",
    "items",
    multiple=True,
    metavar="CODE=POINTS",
    help="Points of an OIT item, for example o12=0; give all items or none.",
)


@click.command()
@_YEAR
@_VALUES
@_ITEM
@_FORMAT
@speaking
def score(
    language: Language,
    year: int,
    values: tuple[str, ...],
    *,
    items: tuple[str, ...],
    form: str,
) -> None:
    """Compute instruments, total and level from ten indicators, step by step.

    The level is ours; the announced one is never overwritten.
    """
    result = scoring.score(load(year), _plain(values), _points(items, language) or None)
    if form == "json":
        click.echo(_json(scoring.as_json(result)))
    else:
        print_result(screen(), result, language)


@click.command()
@_YEAR
@_VALUES
@_ITEM
@click.option(
    "--level", default=None, help="Code of the level to reach; default: next."
)
@click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="NUMBER=POINTS",
    help="What if this indicator had these points, for example 9=100.",
)
@_FORMAT
@speaking
def simulate(
    language: Language,
    year: int,
    values: tuple[str, ...],
    *,
    items: tuple[str, ...],
    level: str | None,
    changes: tuple[str, ...],
    form: str,
) -> None:
    """Show points lost, and what must change to reach the next level, cheapest first."""
    points = _points(items, language) or None
    before = scoring.score(load(year), _plain(values), points)
    if changes:
        numbers = {
            int(n): v for n, v in _points(changes, language).items() if n.isdigit()
        }
        before = simulation.what_if(before, numbers)
    found = simulation.simulate(before, level=level, items=points)
    if form == "json":
        click.echo(_json(simulation.as_json(found)))
    else:
        print_simulation(screen(), found, language)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _plain(values: tuple[str, ...]) -> tuple[str, ...]:
    """Scores in Arabic digits, however they were typed."""
    return tuple(map(to_arabic, values))


def _points(pairs: tuple[str, ...], language: Language) -> dict[str, str]:
    """Read ``o12=0`` and the like; one sentence for anything else."""
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = to_arabic(pair).partition("=")
        if not (name and equals and value):
            refuse(say("cli.bad-pair", language, pair=pair))
        found[name.strip().lower()] = value.strip()
    return found

"""Makes the invented posters: one of a service, one of the budget, a leaflet."""

import tomllib
from datetime import date
from importlib.resources import files

from prongsai.foundations.accounts.demonstration import Cast, hour_of
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.news.actions import posters
from prongsai.registers.news.actions.posters import PosterDraft
from prongsai.registers.news.models.poster_contents import Subject
from prongsai.registers.news.models.posters import PosterDesign, PosterKind


def make(cast: Cast, *, today: date) -> None:
    """Make the posters in the current office's name."""
    text = files(__package__).joinpath("posters.toml").read_text("utf-8")
    for told in tomllib.loads(text)["poster"]:
        draft = PosterDraft(
            title=told["title"],
            subject=Subject(told["subject"]),
            kind=PosterKind(told["kind"]),
            design=PosterDesign(told["design"]),
            fiscal_year=fiscal_year_of(today),
            thai_digits=True,
            data=told["data"],
        )
        posters.make(draft, by=cast.people[told["maker"]], at=hour_of(today, 9))

"""Makes the invented news: written, published, corrected, expired, withdrawn, waiting."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.foundations.accounts.demonstration import Cast, Progress, hour_of
from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import actions as file_actions
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.organisations.models import Division
from prongsai.ita.thai.fiscal import BUDDHIST_ERA, first_day, fiscal_year_of
from prongsai.registers.news.actions import publishing, writing
from prongsai.registers.news.actions.publishing import Passing
from prongsai.registers.news.actions.writing import ArticleDraft, PhotoWords
from prongsai.registers.news.demo import posters
from prongsai.registers.news.demo.drawing import picture
from prongsai.registers.news.models import Article
from prongsai.registers.news.queries import articles as queries
from prongsai.registers.news.states import Category

PINNED, WAITS = timedelta(days=14), timedelta(days=5)
_SAID = (
    "title_th", "title_en", "slug", "summary_th", "summary_en", "body_th", "body_en",
    "mission", "source_reference",
)  # fmt: skip
_SEEN = Passing(has_seen_warnings=True)
_PICTURES = FileRules(types=("image",))
_OCTOBER = 10

Story = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What every part of the story needs."""

    people: Mapping[str, User]
    divisions: Mapping[str, Division]
    random: Random
    today: date


def make(
    cast: Cast,
    *,
    today: date,
    random: Random,
    progress: Progress | None = None,  # noqa: ARG001  # it is done in a moment
) -> None:
    """Make the register in the current office's name; the same seed makes the same."""
    text = files(__package__).joinpath("stories.toml").read_text("utf-8")
    stage = Stage(
        people=cast.people, divisions=cast.divisions, random=random, today=today
    )
    for story in tomllib.loads(text)["story"]:
        _tell(stage, story)
    posters.make(cast, today=today)


def _tell(stage: Stage, story: Story) -> None:
    day = _day(stage, story)
    article = _written(stage, story, day)
    publisher = stage.people[story["publisher"]]
    if story.get("waits"):
        publishing.schedule(
            article,
            _SEEN,
            on=stage.today + WAITS,
            by=publisher,
            at=hour_of(stage.today, 8),
        )
        return
    publishing.publish(article, _SEEN, by=publisher, at=hour_of(day, 14))
    if "corrected_th" in story:
        _correct(stage, story, article, day=day)
    if "withdrawn_th" in story:
        publishing.withdraw(
            article,
            reason_th=story["withdrawn_th"],
            reason_en=story["withdrawn_en"],
            by=stage.people["clerk"],
            at=hour_of(_later(stage, day, 3), 9),
        )


def _day(stage: Stage, story: Story) -> date:
    """Return the day of a story; one that has not come yet lies a few days back."""
    year = fiscal_year_of(stage.today) + story["year"]
    calendar = year - BUDDHIST_ERA - (story["month"] >= _OCTOBER)
    day = date(calendar, story["month"], story["day"])
    last = stage.today - timedelta(days=1)
    return day if day <= last else max(first_day(fiscal_year_of(last)), last)


def _later(stage: Stage, day: date, days: int) -> date:
    return min(day + timedelta(days=days), stage.today)


def _written(stage: Stage, story: Story, day: date) -> Article:
    by = stage.people[story["by"]]
    article = writing.draft(_said(stage, story, day), by=by, at=hour_of(day, 10))
    if "scene" not in story:
        return article
    drawn = picture(story["scene"], random=stage.random)
    upload = SimpleUploadedFile(f"{story['slug']}.png", drawn)
    at = hour_of(day, 11)
    received = file_actions.receive(upload, rules=_PICTURES, by=by, at=at)
    writing.add_photos(article, [received], by=by, at=at)
    (photo,) = queries.photos(article)
    words = PhotoWords(alt_th=story["alt_th"], alt_en=story.get("alt_en", ""), order=1)
    writing.describe(photo, words, version=photo.version, by=by, at=at)
    return article


def _said(stage: Stage, story: Story, day: date) -> ArticleDraft:
    after = story.get("expires_after")
    return ArticleDraft(
        **{name: story.get(name, "") for name in _SAID},
        category=Category(story["category"]),
        happened_on=day,
        fiscal_year=fiscal_year_of(day),
        division=stage.divisions[story["division"]],
        expires_on=day + timedelta(days=after) if after else None,
        pinned_until=stage.today + PINNED if story.get("pinned") else None,
    )


def _correct(stage: Stage, story: Story, article: Article, *, day: date) -> None:
    by = stage.people[story["publisher"]]
    at = hour_of(_later(stage, day, 2), 15)
    written = queries.of_office().get(pk=article.pk)
    said = _said(stage, dict(story) | {"body_th": story["corrected_body_th"]}, day)
    writing.edit(written, said, version=written.version, by=by, at=at)
    notes = Passing(
        has_seen_warnings=True,
        note_th=story["corrected_th"],
        note_en=story["corrected_en"],
    )
    publishing.publish(article, notes, by=by, at=at)

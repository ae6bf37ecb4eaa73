"""A newsroom for tests: who writes, who publishes, articles on their way."""

import io
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.organisations.models import Division
from prongsai.registers.news.actions import publishing, writing
from prongsai.registers.news.actions.publishing import Passing
from prongsai.registers.news.actions.writing import ArticleDraft, PhotoWords
from prongsai.registers.news.models import Article
from prongsai.registers.news.queries import articles as queries
from tests.cast import NOW, TODAY, current_office, make_division, make_user

LATER = NOW + timedelta(hours=2)
SEEN = Passing(has_seen_warnings=True)
CORRECTED = Passing(has_seen_warnings=True, note_th="แก้คำผิด", note_en="Typing error")
PICTURES = FileRules(types=("image",))


@dataclass(frozen=True, kw_only=True)
class Newsroom:
    """The people of a newsroom, all in one office."""

    division: Division
    writer: User
    head: User
    analyst: User
    clerk: User


def make_newsroom(office=None) -> Newsroom:
    office = office or current_office()
    division = make_division(office=office)
    return Newsroom(
        division=division,
        writer=make_user(office=office),
        head=make_user(role=Role.HEAD, division=division),
        analyst=make_user(role=Role.ANALYST, office=office),
        clerk=make_user(role=Role.CLERK, office=office),
    )


def said(room: Newsroom, **fields) -> ArticleDraft:
    """What an article of this newsroom says; it passes the self-check."""
    words: dict[str, Any] = {
        "title_th": "เปิดห้องสมุดชุมชน",
        "title_en": "Community library opens",
        "happened_on": TODAY,
        "fiscal_year": 2569,
        "summary_th": "ห้องสมุดเปิดทุกวันทำการ",
        "body_th": "<p>ห้องสมุดชุมชนเปิดให้บริการแล้ว</p>",
        "division": room.division,
        "mission": "การส่งเสริมการศึกษา",
    }
    return ArticleDraft(**words | fields)


def written(room: Newsroom, **fields) -> Article:
    return writing.draft(said(room, **fields), by=room.writer, at=NOW)


def published(room: Newsroom, **fields) -> Article:
    article = written(room, **fields)
    publishing.publish(article, SEEN, by=room.head, at=LATER)
    return fresh(article)


def scheduled(room: Newsroom, *, on: date, **fields) -> Article:
    article = written(room, **fields)
    return publishing.schedule(article, SEEN, on=on, by=room.head, at=NOW)


def with_photo(room: Newsroom, article: Article, *, alt="ภาพห้องสมุด") -> Article:
    """Hang a drawn picture on an article; without words when ``alt`` is empty."""
    received = picture(by=room.writer)
    writing.add_photos(article, [received], by=room.writer, at=NOW)
    if alt:
        photo = queries.photos(article)[-1]
        words = PhotoWords(alt_th=alt, order=photo.order)
        writing.describe(photo, words, version=1, by=room.writer, at=NOW)
    return fresh(article)


def picture(*, by: User, name="ภาพ.jpg", exif=False):
    image = Image.new("RGB", (400, 300), "teal")
    tags = image.getexif()
    if exif:
        tags[0x010F] = "Camera of a person"
    out = io.BytesIO()
    image.save(out, format="JPEG", exif=tags)
    upload = SimpleUploadedFile(name, out.getvalue())
    return files.receive(upload, rules=PICTURES, by=by, at=NOW)


def fresh(article: Article) -> Article:
    return queries.of_office().get(pk=article.pk)

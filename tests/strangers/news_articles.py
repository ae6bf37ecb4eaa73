"""Strangers at articles: Alice's drafts, photos, postings and outlets open nothing."""

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.organisations import tenancy
from prongsai.registers.news.actions import posting
from prongsai.registers.news.actions.sending import Answer, End
from prongsai.registers.news.queries import articles
from prongsai.registers.news.states import OutletKind
from tests.cast import NOW, TODAY, make_user
from tests.newsroom import (
    LATER,
    make_newsroom,
    published,
    scheduled,
    with_photo,
    written,
)

SECRETS = ["ข่าวลับของอลิซ", "Secret news of Alice"]
TITLES = {"title_th": SECRETS[0], "title_en": SECRETS[1], "slug": "alice"}


def made(make, **more):
    """Return a case about the key of what somebody of Alice's office made."""

    def case(office):
        with tenancy.acting_for(office.pk):
            row = make(make_newsroom(office))
        return {"kwargs": {"pk": row.pk} | more, "secrets": SECRETS}

    return case


def without_key(make):
    def case(office):
        made(make)(office)
        return {"secrets": SECRETS}

    return case


def draft(room):
    return written(room, **TITLES)


def waiting(room):
    return scheduled(room, on=TODAY.replace(day=28), **TITLES)


def public(room):
    return published(room, **TITLES)


def photo(room):
    return articles.photos(with_photo(room, draft(room)))[0]


def switched_on(room):
    admin = make_user(role=Role.ADMINISTRATOR, office=room.head.organisation)
    access = posting.Access(token="secret-of-alice", page="1")
    return posting.switch_on(OutletKind.FACEBOOK, access, version=0, by=admin, at=NOW)


def unknown(room):
    article = public(room)
    switched_on(room)
    row = posting.ask(article, OutletKind.FACEBOOK, by=room.head, at=LATER)
    posting.begin(row, by=None, at=LATER)
    return posting.end(row, Answer(end=End.UNKNOWN), by=None, at=LATER)


def public_page(office):
    with tenancy.acting_for(office.pk):
        public(make_newsroom(office))
    return {"kwargs": {"year": "2569", "slug": "alice"}, "secrets": SECRETS}


CASES = {
    "news:articles": without_key(draft),
    "news:article_new": without_key(draft),
    "news:article": made(draft),
    "news:article_edit": made(draft),
    "news:article_hand_in": made(draft),
    "news:article_photos": made(draft),
    "news:photo": made(photo),
    "news:photo_remove": made(photo),
    "news:article_publish": made(draft),
    "news:article_schedule": made(draft),
    "news:article_unschedule": made(waiting),
    "news:article_pin": made(public),
    "news:article_withdraw": made(public),
    "news:article_post": made(public, kind="line"),
    "news:posting_there": made(unknown),
    "news:posting_again": made(unknown),
    "news:outlets": without_key(switched_on),
    "news:outlet_line": without_key(switched_on),
    "news:outlet_facebook": without_key(switched_on),
    "news:outlet_off_line": without_key(switched_on),
    "news:outlet_off_facebook": without_key(switched_on),
    "news_public:index": without_key(public),
    "news_public:feed": without_key(public),
    "news_public:article": public_page,
}

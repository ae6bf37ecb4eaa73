"""Strangers at the posters and notices: Alice's texts open nothing elsewhere."""

from prongsai.foundations.organisations import tenancy
from prongsai.registers.news.models import Article
from tests.cast import NOW, TODAY, make_user
from tests.posters import make_poster

SECRETS = ["โปสเตอร์ลับของอลิซ"]


def poster(**more):
    """Return a case about a poster of Alice's office."""

    def case(office):
        with tenancy.acting_for(office.pk):
            made = make_poster(title=SECRETS[0], by=make_user(office=office))
        return {"kwargs": {"pk": made.pk} | more, "secrets": SECRETS}

    return case


def nothing_to_aim_at(office):
    poster()(office)
    return {"secrets": SECRETS}


def notice(office):
    with tenancy.acting_for(office.pk):
        article = Article.objects.create(
            organisation=office,
            title_th=SECRETS[0],
            body_th=f"<p>{SECRETS[0]}</p>",
            slug="secret",
            category="news",
            fiscal_year=2569,
            happened_on=TODAY,
            written_at=NOW,
            written_by=make_user(office=office),
        )
    return {"kwargs": {"pk": article.pk}, "secrets": SECRETS}


CASES = {
    "news:posters": nothing_to_aim_at,
    "news:poster_new": nothing_to_aim_at,
    "news:poster": poster(),
    "news:poster_edit": poster(),
    "news:poster_remove": poster(),
    "news:poster_file": poster(ending="pdf"),
    "news:notice": notice,
    "news:square": notice,
}

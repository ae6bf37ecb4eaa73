"""The printable notice that is published with an article, from what is about to be frozen."""

from prongsai.foundations.organisations.queries import current_office
from prongsai.foundations.publications.contents import path_of
from prongsai.foundations.publications.prose import text_of
from prongsai.registers.news.documents import notices
from prongsai.registers.news.documents.wording import notice_heading
from prongsai.registers.news.models import Article
from prongsai.registers.news.queries.senders import sender_of
from prongsai.registers.news.states import Category


def printed(article: Article) -> bytes:
    """Return an article as a notice with the address it will have; empty without text."""
    if not text_of(article.body_th):
        return b""
    sender = sender_of(current_office())
    notice = notices.Notice(
        heading=notice_heading(
            is_announcement=article.category == Category.ANNOUNCEMENT
        ),
        title=article.title_th,
        html=article.body_th,
        day=article.happened_on,
        address=f"{sender.site}{path_of(article.address)}",
    )
    return notices.notice_of(notice, sender, on=article.happened_on)

"""What the pages of posters show: the sheet in words, buttons, columns, the way back."""

from collections.abc import Iterator
from datetime import date

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.pages import FormPage, Trail
from prongsai.registers.news import permissions
from prongsai.registers.news.documents.notices import Notice
from prongsai.registers.news.documents.posters import Sheet, in_words
from prongsai.registers.news.documents.wording import notice_heading
from prongsai.registers.news.models import Article, Poster
from prongsai.registers.news.models.poster_contents import Subject
from prongsai.registers.news.models.posters import PosterDesign, PosterKind
from prongsai.registers.news.queries import articles
from prongsai.registers.news.queries import posters as queries
from prongsai.registers.news.states import Category
from prongsai.ui.deeds import Deed
from prongsai.ui.listing import Column
from prongsai.ui.tables import Cell
from prongsai.ui.writing import short_moment


def _name(poster: Poster) -> Cell:
    return Cell(poster.title, href=poster.get_absolute_url())


def _year(poster: Poster) -> Cell:
    return Cell(str(poster.fiscal_year), value=poster.fiscal_year)


POSTER_COLUMNS = (
    Column("title", gettext_lazy("Title"), sort="title", value=_name),
    Column("subject", gettext_lazy("Subject"), sort="subject"),
    Column("kind", gettext_lazy("Sheet"), sort="kind"),
    Column("fiscal_year", gettext_lazy("Fiscal year"), sort="fiscal_year", value=_year),
    Column("made_at", gettext_lazy("Made"), sort="made_at"),
)


def posters_trail(*more: tuple[str, str]) -> Trail:
    """Return the way to a page of posters."""
    return [(_("Posters"), reverse("news:posters") if more else ""), *more]


def poster_of(request: StaffRequest, pk: int) -> Poster:
    """Return a poster of this person's office, or answer 404."""
    return get_object_or_404(queries.visible_to(request.user), pk=pk)


def article_of(request: StaffRequest, pk: int) -> Article:
    """Return an article of this person's office, or answer 404."""
    return get_object_or_404(articles.visible_to(request.user), pk=pk)


def notice_from(article: Article, *, site: str) -> Notice:
    """Return what is printed of an article: as published, else as it is written."""
    version = article.published
    html, title, address = article.body_th, article.title_th, ""
    if version is not None:
        title = version.title_th
        html = version.content["html"]["th"] or version.content["summary"]["th"]
        address = f"{site}{version.publication.get_absolute_url()}"
    return Notice(
        heading=notice_heading(
            is_announcement=article.category == Category.ANNOUNCEMENT
        ),
        title=title,
        html=html,
        day=article.happened_on,
        address=address,
    )


def sheet_of(poster: Poster) -> Sheet:
    """Return a poster as it is printed."""
    return Sheet(
        title=poster.title,
        subject=Subject(poster.subject),
        kind=PosterKind(poster.kind),
        design=PosterDesign(poster.design),
        fiscal_year=poster.fiscal_year,
        thai_digits=poster.thai_digits,
        data=poster.data,
    )


def new_deeds() -> list[Deed]:
    """Return a button for each subject."""
    return [
        Deed(
            label=subject.label,
            href=f"{reverse('news:poster_new')}?subject={subject.value}",
            icon="plus",
        )
        for subject in Subject
    ]


def subject_of(request: StaffRequest) -> Subject:
    """Return what a new poster is about; a free notice where nobody said."""
    asked = request.GET.get("subject", "")
    return Subject(asked) if asked in Subject.values else Subject.FREE


def new_page(subject: Subject) -> FormPage:
    """Return the words of the page of a new poster."""
    title = _("New poster: %(subject)s") % {"subject": subject.label}
    trail = posters_trail((title, ""))
    return FormPage(title=title, submit=_("Save"), back=trail[0][1], trail=trail)


def edit_page(poster: Poster) -> FormPage:
    """Return the words of the page that changes a poster."""
    back = poster.get_absolute_url()
    trail = posters_trail((poster.title, back), (_("Edit"), ""))
    return FormPage(
        title=_("Edit"), submit=_("Save"), back=back, trail=trail, lead=poster.title
    )


def poster_context(user: User, poster: Poster, *, on: date) -> dict[str, object]:
    """Return everything the page of a poster shows."""
    return {
        "poster": poster,
        "words": in_words(sheet_of(poster)),
        "picture": reverse("news:poster_file", args=[poster.pk, "png"]),
        "edition": poster.version,
        "facts": list(_facts(poster)),
        "deeds": list(_deeds(user, poster, on=on)),
        "trail": posters_trail((poster.title, "")),
    }


def _facts(poster: Poster) -> Iterator[tuple[str, object]]:
    yield _("Subject"), poster.get_subject_display()
    yield _("Sheet"), poster.get_kind_display()
    yield _("Design"), poster.get_design_display()
    yield _("Fiscal year"), poster.fiscal_year
    yield _("Made"), f"{short_moment(poster.made_at)} {poster.made_by}"
    if poster.changed_at:
        yield (
            _("Last changed"),
            f"{short_moment(poster.changed_at)} {poster.changed_by}",
        )


def _deeds(user: User, poster: Poster, *, on: date) -> Iterator[Deed]:
    file = reverse("news:poster_file", args=[poster.pk, "pdf"])
    yield Deed(
        label=_("PDF to print"), href=f"{file}?save", icon="download", kind="primary"
    )
    picture = reverse("news:poster_file", args=[poster.pk, "png"])
    yield Deed(label=_("PNG for screens"), href=f"{picture}?save", icon="picture")
    if permissions.can_change_poster(user, poster, on):
        edit = reverse("news:poster_edit", args=[poster.pk])
        yield Deed(label=_("Edit"), href=edit, icon="edit")
        yield Deed(
            label=pgettext("deed", "Remove"),
            href=reverse("news:poster_remove", args=[poster.pk]),
            icon="delete",
            is_post=True,
            confirm=_("The poster is removed for good."),
        )

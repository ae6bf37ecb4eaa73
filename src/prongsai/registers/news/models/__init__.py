"""The tables of news."""

from prongsai.registers.news.models.articles import Article, Listed, Photo
from prongsai.registers.news.models.outlets import Outlet, Posting
from prongsai.registers.news.models.posters import Poster

__all__ = ["Article", "Listed", "Outlet", "Photo", "Poster", "Posting"]

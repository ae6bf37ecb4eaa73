"""Addresses of news in the back office."""

from prongsai.registers.news.staff_urls import articles, posters

app_name = "news"
urlpatterns = [*posters.urlpatterns, *articles.urlpatterns]

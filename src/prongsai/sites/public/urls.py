"""What anyone may open."""

from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from prongsai.sites.public import (
    machine_views,
    preference_views,
    search_views,
    views,
)

urlpatterns = [
    path("", views.home, name="home"),
    path("services/", views.services, name="services"),
    path("search/", search_views.search, name="search"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("sitemap.xml", machine_views.sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", machine_views.sitemap, name="sitemap_section"),
    path("robots.txt", machine_views.robots, name="robots"),
    path(".well-known/security.txt", machine_views.security, name="security"),
    # A reader's own preference, no deed: without a token, so that pages can be cached.
    path("language/", csrf_exempt(set_language), name="set_language"),
    path("text-size/", preference_views.set_text_size, name="set_text_size"),
    path(
        "style-<slug:digest>-<slug:colour>.css",
        preference_views.stylesheet,
        name="stylesheet",
    ),
    # Registers first: their own pages stand before the published documents of their name.
    path("ita/", include("prongsai.registers.disclosure.public_urls")),
    path("people/", include("prongsai.registers.directory.public_urls")),
    path("news/", include("prongsai.registers.news.public_urls")),
    path("", include("prongsai.foundations.publications.public_urls")),
    path("verify/report/", include("prongsai.registers.reports.public_urls")),
    path("lending/", include("prongsai.registers.lending.public_urls")),
]

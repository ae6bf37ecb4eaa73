"""What anyone may open."""

from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from prongsai.sites.public import preference_views, views

urlpatterns = [
    path("", views.home, name="home"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    # A reader's own preference, no deed: without a token, so that pages can be cached.
    path("language/", csrf_exempt(set_language), name="set_language"),
    path("text-size/", preference_views.set_text_size, name="set_text_size"),
    path(
        "style-<slug:digest>-<slug:colour>.css",
        preference_views.stylesheet,
        name="stylesheet",
    ),
    path("", include("prongsai.foundations.publications.public_urls")),
    path("verify/report/", include("prongsai.registers.reports.public_urls")),
    path("lending/", include("prongsai.registers.lending.public_urls")),
]

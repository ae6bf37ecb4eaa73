"""Addresses of articles in the back office."""

from django.urls import path

from prongsai.registers.news.staff_views import articles, articles_publishing, outlets
from prongsai.registers.news.states import OutletKind

urlpatterns = [
    path("", articles.articles, name="articles"),
    path("new/", articles.new, name="article_new"),
    path("<int:pk>/", articles.article, name="article"),
    path("<int:pk>/edit/", articles.edit, name="article_edit"),
    path("<int:pk>/hand-in/", articles.hand_in, name="article_hand_in"),
    path("<int:pk>/photos/", articles.photos, name="article_photos"),
    path("photos/<int:pk>/", articles.photo, name="photo"),
    path("photos/<int:pk>/remove/", articles.photo_remove, name="photo_remove"),
    path("<int:pk>/publish/", articles_publishing.publish, name="article_publish"),
    path("<int:pk>/schedule/", articles_publishing.schedule, name="article_schedule"),
    path(
        "<int:pk>/unschedule/",
        articles_publishing.unschedule,
        name="article_unschedule",
    ),
    path("<int:pk>/on-top/", articles_publishing.pin, name="article_pin"),
    path("<int:pk>/withdraw/", articles_publishing.withdraw, name="article_withdraw"),
    path("<int:pk>/post/<slug:kind>/", outlets.post, name="article_post"),
    path(
        "postings/<int:pk>/there/", outlets.settle, {"answer": "there"}, "posting_there"
    ),
    path(
        "postings/<int:pk>/again/", outlets.settle, {"answer": "again"}, "posting_again"
    ),
    path("outlets/", outlets.outlets, name="outlets"),
]
for _kind in OutletKind.values:
    _its = {"kind": _kind}
    urlpatterns += [
        path(f"outlets/{_kind}/", outlets.outlet, _its, f"outlet_{_kind}"),
        path(f"outlets/{_kind}/off/", outlets.outlet_off, _its, f"outlet_off_{_kind}"),
    ]

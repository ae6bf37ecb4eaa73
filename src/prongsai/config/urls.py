"""Two doors: the public site and the back office; sign-in stands between them."""

from django.urls import include, path

urlpatterns = [
    path("", include("prongsai.sites.public.urls")),
    path("api/", include("prongsai.sites.api.urls")),
    path("staff/", include("prongsai.sites.staff.urls")),
    path("files/", include("prongsai.foundations.files.urls")),
    path("media/", include("prongsai.foundations.files.media_urls")),
    path(
        "account/invitation/",
        include("prongsai.foundations.administration.public_urls"),
    ),
    path("account/", include("prongsai.foundations.accounts.account_urls")),
]

handler400 = "prongsai.sites.errors.bad_request"
handler403 = "prongsai.sites.errors.forbidden"
handler404 = "prongsai.sites.errors.not_found"
handler429 = "prongsai.sites.errors.too_many"
handler500 = "prongsai.sites.errors.server_error"

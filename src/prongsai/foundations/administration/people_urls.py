"""Keeping people, and one's own account."""

from django.urls import path

from prongsai.foundations.administration import own_views, people_views, post_views

app_name = "people"
urlpatterns = [
    path("", people_views.people, name="list"),
    path("invite/", people_views.invite, name="invite"),
    path("me/", own_views.me, name="me"),
    path("me/phone/", own_views.phone, name="phone"),
    path("me/sessions/end/", own_views.end_other_sessions, name="end_other_sessions"),
    path("me/sessions/<int:pk>/end/", own_views.end_session, name="end_session"),
    path("<int:pk>/", people_views.person, name="person"),
    path("<int:pk>/edit/", people_views.edit, name="edit"),
    path("<int:pk>/invite/", people_views.invite_again, name="invite_again"),
    path("<int:pk>/link/", people_views.show_link, name="show_link"),
    path("<int:pk>/close/", people_views.close, name="close"),
    path("<int:pk>/reopen/", people_views.reopen, name="reopen"),
    path("<int:pk>/factors/", people_views.remove_factors, name="remove_factors"),
    path("<int:pk>/post/", post_views.give, name="give_post"),
    path("<int:pk>/order/", post_views.appoint, name="appoint"),
    path("posts/<int:pk>/end/", post_views.end, name="end_post"),
    path("orders/<int:pk>/end/", post_views.end_order, name="end_order"),
]

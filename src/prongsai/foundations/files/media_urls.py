"""Where everyone opens public copies."""

from django.urls import path

from prongsai.foundations.files import views

app_name = "media"
urlpatterns = [path("<slug:prefix>/<str:name>/", views.public, name="public")]

"""Where private files are opened."""

from django.urls import path

from prongsai.foundations.files import views

app_name = "files"
urlpatterns = [path("<int:pk>/<str:name>/", views.download, name="download")]

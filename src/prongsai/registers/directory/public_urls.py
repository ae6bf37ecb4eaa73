"""Addresses of directory for anyone."""

from django.urls import path

from prongsai.registers.directory.public_views import pages

app_name = "directory_public"

urlpatterns = [
    path("", pages.people, name="people"),
    path("structure/", pages.structure, name="structure"),
    path("powers/", pages.powers, name="powers"),
    path("contact/", pages.contact, name="contact"),
    path("duties/", pages.duties, name="duties"),
    path("on/", pages.on, name="on"),
]

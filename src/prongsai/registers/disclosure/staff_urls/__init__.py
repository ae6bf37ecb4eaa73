"""Addresses of disclosure in the back office."""

from prongsai.registers.disclosure.staff_urls import checks, items, visits

app_name = "disclosure"
urlpatterns = [*items.urlpatterns, *checks.urlpatterns, *visits.urlpatterns]

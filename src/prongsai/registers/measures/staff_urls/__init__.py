"""Addresses of measures in the back office."""

from prongsai.registers.measures.staff_urls import following, plans, sources

app_name = "measures"
urlpatterns = [*plans.patterns, *following.patterns, *sources.patterns]

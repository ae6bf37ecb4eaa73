"""Addresses of lending in the back office: assets and checks, and loans."""

from prongsai.registers.lending.staff_urls import assets, loans

app_name = "lending"
urlpatterns = [*assets.patterns, *loans.patterns]

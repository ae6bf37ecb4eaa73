"""Addresses of meetings in the back office: committees and meetings, and circulars."""

from prongsai.registers.meetings.staff_urls import circulars, meetings

app_name = "meetings"
urlpatterns = [*meetings.patterns, *circulars.patterns]

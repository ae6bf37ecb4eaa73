"""What people who work here may open."""

from django.urls import include, path

from prongsai.sites.staff import gallery_views, views

urlpatterns = [
    path("", views.home, name="staff_home"),
    path("ui/", gallery_views.gallery, name="gallery"),
    path("people/", include("prongsai.foundations.administration.people_urls")),
    path("office/", include("prongsai.foundations.administration.office_urls")),
    path("inbox/", include("prongsai.foundations.notifications.staff_urls")),
    path("audit/", include("prongsai.foundations.audit.staff_urls")),
    path("numbers/", include("prongsai.foundations.numbering.staff_urls")),
    path("tasks/", include("prongsai.foundations.tasks.staff_urls")),
    path("figures/", include("prongsai.foundations.evidence.staff_urls")),
    path("evidence/", include("prongsai.foundations.evidence.gathered_urls")),
    path("publications/", include("prongsai.foundations.publications.staff_urls")),
    path("approvals/", include("prongsai.foundations.approvals.staff_urls")),
    path("results/", include("prongsai.registers.assessments.staff_urls")),
    path("measures/", include("prongsai.registers.measures.staff_urls")),
    path("disclosure/", include("prongsai.registers.disclosure.staff_urls")),
    path("directory/", include("prongsai.registers.directory.staff_urls")),
    path("news/", include("prongsai.registers.news.staff_urls")),
    path("frameworks/", include("prongsai.foundations.frameworks.staff_urls")),
    path("reports/", include("prongsai.registers.reports.staff_urls")),
    path("meetings/", include("prongsai.registers.meetings.staff_urls")),
    path("lending/", include("prongsai.registers.lending.staff_urls")),
]

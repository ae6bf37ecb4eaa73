"""The pages of approvals, under ``/staff/approvals/``."""

from django.urls import path

from prongsai.foundations.approvals import chain_views, paper_views, staff_views

app_name = "approvals"
urlpatterns = [
    path("", staff_views.memos, name="memos"),
    path("new/", staff_views.draft, name="draft"),
    path("<int:pk>/", staff_views.memo, name="memo"),
    path("<int:pk>/edit/", staff_views.edit, name="edit"),
    path("<int:pk>/submit/", staff_views.submit, name="submit"),
    path("<int:pk>/recall/", staff_views.recall, name="recall"),
    path("<int:pk>/withdraw/", staff_views.withdraw, name="withdraw"),
    path("<int:pk>/answer/", staff_views.answer, name="answer"),
    path("<int:pk>/interest/", staff_views.interest, name="interest"),
    path("<int:pk>/delegate/", staff_views.delegate, name="delegate"),
    path("<int:pk>/skip/", staff_views.skip, name="skip"),
    path("<int:pk>/pass-up/", staff_views.pass_up, name="pass_up"),
    path("<int:pk>/void/", staff_views.void, name="void"),
    path("<int:pk>/changes/", staff_views.changes, name="changes"),
    path("<int:pk>/check/<str:digest>/", staff_views.check, name="check"),
    path("<int:pk>/memo.pdf", staff_views.as_pdf, name="pdf"),
    path("<int:pk>/memo.docx", staff_views.as_docx, name="docx"),
    path("<int:pk>/paper/", paper_views.record, name="record_paper"),
    path("papers/<int:pk>/", paper_views.paper, name="paper"),
    path("papers/<int:pk>/confirm/", paper_views.confirm, name="confirm_paper"),
    path("papers/<int:pk>/reject/", paper_views.reject, name="reject_paper"),
    path("templates/", chain_views.templates, name="templates"),
    path("templates/new/", chain_views.template_new, name="template_new"),
    path("templates/<int:pk>/", chain_views.template, name="template"),
]

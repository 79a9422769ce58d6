"""The addresses of rights issues."""

from django.urls import path

from rights.views import changing, conformity_page, issue_pages, opening, replying

app_name = "rights"

urlpatterns = [
    path("", issue_pages.issue_list, name="issues"),
    path("new/", opening.find, name="find"),
    path("new/<uuid:provision>/", opening.open_on, name="open"),
    path("<uuid:pk>/", issue_pages.issue, name="issue"),
    path("<uuid:pk>/edit/", changing.edit, name="edit"),
    path("<uuid:pk>/note/", changing.note, name="note"),
    path("<uuid:pk>/answer/", changing.answer, name="answer"),
    path("<uuid:pk>/state/<slug:state>/", changing.move, name="move"),
    path("<uuid:pk>/ask/", replying.ask, name="ask"),
    path("conformity/<int:pk>/", conformity_page.conformity, name="conformity"),
    path("asked/", replying.asked, name="asked"),
    path("asked/<uuid:pk>/", replying.reply, name="request"),
    path("answers/<uuid:pk>/back/", changing.take_back, name="take_back"),
    path("places/<uuid:pk>/", changing.confirm_place, name="confirm_place"),
]

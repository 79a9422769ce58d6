"""The addresses of rights issues."""

from django.urls import path

from rights.views import (
    annual_pages,
    changing,
    conformity_page,
    evidence_pages,
    issue_pages,
    opening,
    opinion_pages,
    opinion_steps,
    recommendation_steps,
    recommended_pages,
    replying,
)

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
    path("<uuid:pk>/evidence/", evidence_pages.add, name="add_evidence"),
    path("evidence/<uuid:pk>/", evidence_pages.edit, name="evidence"),
    path("evidence/<uuid:pk>/remove/", evidence_pages.remove, name="remove_evidence"),
    path("evidence/<uuid:pk>/back/", evidence_pages.bring_back, name="bring_back_evidence"),
    path("conformity/<int:pk>/", conformity_page.conformity, name="conformity"),
    path("opinions/", opinion_pages.opinion_list, name="opinions"),
    path("opinions/new/", opinion_steps.begin, name="begin_opinion"),
    path("opinions/<uuid:pk>/", opinion_pages.opinion, name="opinion"),
    path("opinions/<uuid:pk>/edit/", opinion_steps.edit, name="edit_opinion"),
    path("opinions/<uuid:pk>/gather/", opinion_steps.gather, name="gather"),
    path("opinions/<uuid:pk>/issue/", opinion_steps.issue, name="issue_opinion"),
    path("recommendations/<uuid:pk>/", recommendation_steps.edit, name="recommendation"),
    path("opinions/<uuid:pk>/recommend/", recommendation_steps.write, name="write_recommendation"),
    path("recommendations/<uuid:pk>/move/", recommendation_steps.move, name="move_recommendation"),
    path("recommendations/<uuid:pk>/remove/", recommendation_steps.remove, name="remove_recommendation"),
    path("recommendations/<uuid:pk>/take/", recommended_pages.take, name="take"),
    path("recommendations/<uuid:pk>/reply/", recommended_pages.reply, name="reply_to_recommendation"),
    path("recommendations/<uuid:pk>/answer/", recommended_pages.follow_up, name="follow_up"),
    path("recommendations/<uuid:pk>/reply/back/", recommended_pages.take_reply_back, name="take_reply_back"),
    path(
        "recommendations/<uuid:pk>/answer/back/",
        recommended_pages.take_follow_up_back,
        name="take_follow_up_back",
    ),
    path("reports/", annual_pages.newest, name="reports"),
    path("reports/<int:year>/", annual_pages.annual, name="annual"),
    path("reports/<int:year>/download/<slug:slug>/", annual_pages.annual_file, name="annual_file"),
    path("asked/", replying.asked, name="asked"),
    path("asked/<uuid:pk>/", replying.reply, name="request"),
    path("asked/<uuid:pk>/back/", replying.take_back, name="take_request_back"),
    path("answers/<uuid:pk>/back/", changing.take_back, name="take_back"),
    path("places/<uuid:pk>/", changing.confirm_place, name="confirm_place"),
]

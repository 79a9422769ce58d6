"""Addresses of this app; every one is the same in every language."""

from django.urls import path

from consultations.views import board, commenting, comments, entering, managing, mine, rounds, submissions

app_name = "consultations"
urlpatterns = [
    path("", rounds.round_list, name="list"),
    path("mine/", mine.mine, name="mine"),
    path("answers/", comments.answers, name="answers"),
    path("rounds/<int:pk>/", rounds.round_detail, name="round"),
    path("rounds/<int:pk>/comment/", commenting.write, name="comment_on_document"),
    path("rounds/<int:pk>/comment/autosave/", commenting.autosave),
    path("rounds/<int:pk>/comment/<uuid:provision>/", commenting.write, name="comment_on"),
    path("rounds/<int:pk>/comment/<uuid:provision>/autosave/", commenting.autosave),
    path("rounds/<int:pk>/preview/<uuid:provision>/", commenting.preview, name="preview"),
    path("rounds/<int:pk>/nil/<int:institution>/", submissions.nil_return, name="nil_return"),
    path("rounds/<int:pk>/late/<int:institution>/", submissions.ask_late, name="ask_late"),
    path("provisions/<uuid:pk>/", comments.on_provision, name="provision_comments"),
    path("comments/<int:pk>/", comments.detail, name="comment"),
    path("comments/<int:pk>/edit/", commenting.edit, name="edit_comment"),
    path("comments/<int:pk>/edit/autosave/", commenting.autosave_edit),
    path("comments/<int:pk>/discard/", commenting.discard, name="discard_comment"),
    path("comments/<int:pk>/withdraw/", submissions.withdraw_comment, name="withdraw_comment"),
    path("comments/<int:pk>/co-sign/", comments.co_sign, name="co_sign"),
    path("comments/<int:pk>/history/", comments.history, name="history"),
    path("comments/<int:pk>/identity/", comments.reveal, name="reveal"),
    path("comments/<int:pk>/answer/", board.answer, name="answer"),
    path("comments/<int:pk>/instruct/", board.instruct, name="instruct"),
    path("comments/<int:pk>/decide/", board.decide, name="decide"),
    path("comments/<int:pk>/group/", board.group, name="group"),
    path("placements/<int:pk>/", board.confirm, name="confirm_placement"),
    path("submissions/<int:pk>/", submissions.detail, name="submission"),
    path("submissions/<int:pk>/receipt/", submissions.receipt, name="receipt"),
    path("submissions/<int:pk>/<slug:name>/", submissions.step, name="submission_step"),
    path("board/<int:pk>/", board.board, name="board"),
    path("manage/", managing.desk, name="manage"),
    path("manage/versions/<uuid:pk>/", managing.open_round, name="open_round"),
    path("manage/rounds/<int:pk>/", managing.manage_round, name="manage_round"),
    path("manage/rounds/<int:pk>/enter/", entering.choose, name="enter"),
    path("manage/rounds/<int:pk>/enter/document/", entering.enter, name="enter_on_document"),
    path("manage/rounds/<int:pk>/enter/<uuid:provision>/", entering.enter, name="enter_on"),
    path("manage/rounds/<int:pk>/<slug:name>/", managing.round_step, name="round_step"),
]

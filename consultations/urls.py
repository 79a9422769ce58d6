"""The addresses of this app. They are the same in every language."""

from django.urls import path

from consultations.views import board, commenting, comments, entering, managing, mine, rounds, submissions

app_name = "consultations"
urlpatterns = [
    path("", rounds.round_list, name="list"),
    path("mine/", mine.mine, name="mine"),
    path("answers/", comments.answers, name="answers"),
    path("rounds/<uuid:pk>/", rounds.round_detail, name="round"),
    path("rounds/<uuid:pk>/comment/", commenting.write, name="comment_on_document"),
    path("rounds/<uuid:pk>/comment/autosave/", commenting.autosave),
    path("rounds/<uuid:pk>/comment/<uuid:provision>/", commenting.write, name="comment_on"),
    path("rounds/<uuid:pk>/comment/<uuid:provision>/autosave/", commenting.autosave),
    path("rounds/<uuid:pk>/preview/<uuid:provision>/", commenting.preview, name="preview"),
    path("rounds/<uuid:pk>/nil/<uuid:institution>/", submissions.nil_return, name="nil_return"),
    path("rounds/<uuid:pk>/late/<uuid:institution>/", submissions.ask_late, name="ask_late"),
    path("provisions/<uuid:pk>/", comments.on_provision, name="provision_comments"),
    path("comments/<uuid:pk>/", comments.detail, name="comment"),
    path("comments/<uuid:pk>/edit/", commenting.edit, name="edit_comment"),
    path("comments/<uuid:pk>/edit/autosave/", commenting.autosave_edit),
    path("comments/<uuid:pk>/discard/", commenting.discard, name="discard_comment"),
    path("comments/<uuid:pk>/withdraw/", submissions.withdraw_comment, name="withdraw_comment"),
    path("comments/<uuid:pk>/co-sign/", comments.co_sign, name="co_sign"),
    path("comments/<uuid:pk>/history/", comments.history, name="history"),
    path("comments/<uuid:pk>/identity/", comments.reveal, name="reveal"),
    path("comments/<uuid:pk>/answer/", board.answer, name="answer"),
    path("comments/<uuid:pk>/instruct/", board.instruct, name="instruct"),
    path("comments/<uuid:pk>/decide/", board.decide, name="decide"),
    path("comments/<uuid:pk>/group/", board.group, name="group"),
    path("placements/<uuid:pk>/", board.confirm, name="confirm_placement"),
    path("submissions/<uuid:pk>/", submissions.detail, name="submission"),
    path("submissions/<uuid:pk>/receipt/", submissions.receipt, name="receipt"),
    path("submissions/<uuid:pk>/<slug:name>/", submissions.step, name="submission_step"),
    path("board/<uuid:pk>/", board.board, name="board"),
    path("manage/", managing.desk, name="manage"),
    path("manage/drafts/<uuid:pk>/", managing.open_round, name="open_round"),
    path("manage/rounds/<uuid:pk>/", managing.manage_round, name="manage_round"),
    path("manage/rounds/<uuid:pk>/enter/", entering.choose, name="enter"),
    path("manage/rounds/<uuid:pk>/enter/document/", entering.enter, name="enter_on_document"),
    path("manage/rounds/<uuid:pk>/enter/<uuid:provision>/", entering.enter, name="enter_on"),
    path("manage/rounds/<uuid:pk>/<slug:name>/", managing.round_step, name="round_step"),
]

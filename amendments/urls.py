"""Addresses of this app outside the page tree."""

from django.urls import path

from amendments.views import (
    chain_days,
    check_page,
    correct_days,
    explanatory_notes,
    kept_exports,
    proofs,
    releases,
    schemas,
    steps,
    texts,
    translating,
)

app_name = "amendments"
urlpatterns = [
    path("id/provision/<uuid:pk>/", texts.provision, name="provision"),
    path("id/provision/<uuid:pk>/discussion/", texts.discussion, name="discussion"),
    path("id/version/<uuid:pk>/", texts.version, name="version"),
    path("texts/<uuid:pk>/request/", releases.request_release, name="request_release"),
    path("drafts/<uuid:pk>/note/", explanatory_notes.write_note, name="write_note"),
    path("notes/files/<uuid:pk>/", explanatory_notes.note_file, name="note_file"),
    path("texts/<uuid:pk>/translation/", translating.translate, name="translate"),
    path("texts/<uuid:pk>/release/<slug:audience>/", releases.confirm_release, name="confirm_release"),
    path("texts/<uuid:pk>/release/", releases.release, name="release"),
    path("amendments/<int:pk>/steps/<slug:state>/", steps.step, name="change_state"),
    path("amendments/<int:pk>/take-back/", steps.take_back, name="take_back"),
    path("amendments/<int:pk>/entry-days/", correct_days.correct, name="correct_entry_days"),
    path("amendments/<int:pk>/check/", check_page.ask, name="ask_check"),
    path("checks/<uuid:pk>/", check_page.check, name="check"),
    path("checks/<uuid:pk>/<slug:name>/", check_page.step, name="check_step"),
    path("findings/<uuid:pk>/<slug:name>/", check_page.finding_step, name="finding_step"),
    path("exports/<uuid:pk>/", kept_exports.export, name="export"),
    path("exports/<uuid:pk>/cancel/", kept_exports.cancel, name="cancel_export"),
    path("record/", chain_days.days, name="chain"),
    path("record/feed/", chain_days.feed, name="chain_feed"),
    path("record/verify.py", proofs.script, name="verify_script"),
    path("record/key.pem", proofs.key, name="record_key"),
    path("schemas/<slug:name>.json", schemas.schema, name="schema"),
    path("requests/<uuid:pk>/approve/", releases.approve, name="approve_release"),
]

"""Addresses of this app below `/cms/`."""

from django.urls import path

from consultations.views.cms import (
    committees,
    histories,
    institutions,
    letters_aside,
    people,
    vocabularies,
    vocabulary_files,
    vocabulary_rows,
)

app_name = "consultations_admin"
urlpatterns = [
    path("institutions/", institutions.Institutions.as_view(), name="institutions"),
    path(
        "institutions/results/",
        institutions.Institutions.as_view(results_only=True),
        name="institutions_results",
    ),
    path("institutions/register/", institutions.register, name="register_institution"),
    path("institutions/<uuid:pk>/", institutions.institution, name="institution"),
    path("institutions/<uuid:pk>/change/", institutions.change, name="change_institution"),
    path("institutions/<uuid:pk>/members/add/", people.add_member, name="add_member"),
    path("institutions/<uuid:pk>/seats/give/", people.give_seat, name="give_seat"),
    path("institutions/<uuid:pk>/history/", histories.of_institution, name="institution_history"),
    path("rounds/<uuid:pk>/history/", histories.of_round, name="round_history"),
    path("comments/<uuid:pk>/history/", histories.of_comment, name="comment_history"),
    path("letters/retry/", letters_aside.retry, name="retry_letters"),
    path("committees/", committees.committees, name="committees"),
    path("committees/offices/give/", committees.give_office, name="give_office"),
    path("committees/offices/<uuid:pk>/end/", committees.end_office, name="end_office"),
    path("committees/<uuid:pk>/", committees.committee, name="committee"),
    path("committees/<uuid:pk>/history/", histories.of_committee, name="committee_history"),
    path("memberships/<uuid:pk>/end/", people.end_membership, name="end_membership"),
    path("seats/<uuid:pk>/end/", people.end_seat, name="end_seat"),
    path("vocabularies/<slug:slug>/", vocabularies.VocabularyList.as_view(), name="vocabulary"),
    path(
        "vocabularies/<slug:slug>/results/",
        vocabularies.VocabularyList.as_view(results_only=True),
        name="vocabulary_results",
    ),
    path("vocabularies/<slug:slug>/import/", vocabulary_files.import_rows, name="import_vocabulary"),
    path("vocabularies/<slug:slug>/export/<slug:suffix>/", vocabulary_files.export, name="export_vocabulary"),
    path("vocabularies/<slug:slug>/add/", vocabulary_rows.add, name="add_vocabulary_row"),
    path("vocabularies/<slug:slug>/row/<slug:code>/", vocabulary_rows.row, name="vocabulary_row"),
    path(
        "vocabularies/<slug:slug>/row/<slug:code>/change/",
        vocabulary_rows.change,
        name="change_vocabulary_row",
    ),
    path("vocabularies/<slug:slug>/row/<slug:code>/history/", histories.of_row, name="vocabulary_history"),
    path(
        "vocabularies/<slug:slug>/row/<slug:code>/<slug:name>/", vocabulary_rows.step, name="vocabulary_step"
    ),
]

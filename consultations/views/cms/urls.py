"""Addresses of this app below `/cms/`."""

from django.urls import path

from consultations.views.cms import histories, institutions, people

app_name = "consultations_admin"
urlpatterns = [
    path("institutions/", institutions.Institutions.as_view(), name="institutions"),
    path(
        "institutions/results/",
        institutions.Institutions.as_view(results_only=True),
        name="institutions_results",
    ),
    path("institutions/register/", institutions.register, name="register_institution"),
    path("institutions/<int:pk>/", institutions.institution, name="institution"),
    path("institutions/<int:pk>/change/", institutions.change, name="change_institution"),
    path("institutions/<int:pk>/members/add/", people.add_member, name="add_member"),
    path("institutions/<int:pk>/seats/give/", people.give_seat, name="give_seat"),
    path("institutions/<int:pk>/history/", histories.of_institution, name="institution_history"),
    path("rounds/<int:pk>/history/", histories.of_round, name="round_history"),
    path("comments/<int:pk>/history/", histories.of_comment, name="comment_history"),
    path("memberships/<int:pk>/end/", people.end_membership, name="end_membership"),
    path("seats/<int:pk>/end/", people.end_seat, name="end_seat"),
]

"""The history of an institution, a round or a comment: who changed what, when, for whom and why."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.permissions import holds, holds_on
from consultations.access.powers import Power
from consultations.models import Institution, Round
from consultations.models.visibility import where
from consultations.models.vocabulary import VocabularyRow
from consultations.queries.histories.history import (
    history_of,
    history_of_committee,
    history_of_institution,
    history_of_round,
    history_of_row,
)
from consultations.queries.histories.records import History
from consultations.queries.rounds.round_pages import for_pages
from consultations.queries.vocabulary.vocabularies import vocabulary_of
from consultations.views.cms.committees import seen_committee, trail_to as trail_to_committee
from consultations.views.cms.frame import furniture
from consultations.views.cms.institutions import seen_institution, trail_to
from consultations.views.cms.vocabulary_rows import seen_row, trail_to as trail_to_row
from consultations.views.requests import page_of, visible_comment


def of_institution(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the history of an institution, its people and seats to those who see the list of institutions."""
    row = seen_institution(request, pk)
    return _page(request, history_of_institution(request.user, row), *trail_to(row))


def of_committee(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the history of a committee: its offices and seats."""
    row = seen_committee(request, pk)
    return _page(request, history_of_committee(request.user, row), *trail_to_committee(row))


def of_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the history of a round: its times and late acceptances."""
    if not holds(request.user, Power.SEE_ROUND_HISTORY):
        raise PermissionDenied
    known = where(request.user, Power.SEE_ROUND_HISTORY, "draft__amendment")
    row = get_object_or_404(for_pages(Round.objects.filter(known)), pk=pk)
    trail = (
        [(reverse("consultations:manage_round", args=[pk]), str(row))]
        if holds_on(request.user, Power.WATCH_ROUND, row.amendment)
        else []
    )
    return _page(request, history_of_round(request.user, row), *trail, name=str(row))


def of_row(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show the history of a row of a vocabulary: its contents and its signature."""
    vocabulary, row = seen_row(request, slug, code)
    return _page(request, history_of_row(request.user, row), *trail_to_row(vocabulary, row))


def of_comment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the history of a comment to the secretariat. Its own institution has a page on the site."""
    if not holds(request.user, Power.READ_HISTORY):
        raise PermissionDenied
    comment = visible_comment(request, pk)
    if not holds_on(request.user, Power.READ_HISTORY, comment.submission.round.amendment):
        raise PermissionDenied
    here = (comment.url, comment.reference)
    return _page(request, history_of(request.user, comment), here)


def _page(request: HttpRequest, history: History, *trail: tuple[str, str], name: str = "") -> HttpResponse:
    title = _("History of %(name)s") % {"name": name or trail[-1][1]}
    context = {"rows": page_of(request, history), **furniture(*trail, ("", title), icon="history")}
    return render(request, "madda/consultations/cms/row_history.html", context)


class InstitutionFinder:
    """Links the site history to the page of an institution."""

    def __init__(self, user: Any = None) -> None:
        self.user = user

    def get_edit_url(self, instance: Institution) -> str | None:
        """The page, for those who may open it."""
        may_open = holds(self.user, Power.SEE_BODIES)
        return reverse("consultations_admin:institution", args=[instance.pk]) if may_open else None


class RowFinder:
    """Links the site history to a row of a vocabulary."""

    def __init__(self, user: Any = None) -> None:
        self.user = user

    def get_edit_url(self, instance: VocabularyRow) -> str | None:
        """The page, for those who may open it."""
        if not holds(self.user, Power.SEE_VOCABULARIES):
            return None
        return trail_to_row(vocabulary_of(instance), instance)[-1][0]


class RoundFinder:
    """Links the site history to the history of a round."""

    def __init__(self, user: Any = None) -> None:
        self.user = user

    def get_edit_url(self, instance: Round) -> str | None:
        """The page, for those who may open it."""
        may_open = holds_on(self.user, Power.SEE_ROUND_HISTORY, instance.amendment)
        return reverse("consultations_admin:round_history", args=[instance.pk]) if may_open else None

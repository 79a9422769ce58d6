"""Rounds for readers: the list, the consultation of an amendment, one round."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from consultations.access.memberships import institutions_of
from consultations.follow_buttons import follow_button
from consultations.models import Consultation, Round
from consultations.models.letter import FollowKind
from consultations.queries.comments.comment_lines import lines
from consultations.queries.rounds.questions import question_lines
from consultations.queries.rounds.round_pages import (
    for_pages,
    lines_of,
    round_comments,
    round_lines,
    round_page,
)
from consultations.queries.vocabulary.rights_named import counted_in, rights_in, rights_on
from consultations.views.requests import page_of, visible_round


def round_list(request: HttpRequest) -> HttpResponse:
    """`/consultations/`: present rounds, and past rounds in pages; `right` narrows both to what comments name."""
    now = timezone.now()
    user = request.user
    right = request.GET.get("right", "")
    rights = rights_in(user, Round.objects.visible_to(user))
    named = next((row for row in rights if row.code == right), None)
    counts = counted_in(user, right) if named else {}
    standing, past = round_lines(user, now)
    if right:
        standing, past = standing.filter(pk__in=list(counts)), past.filter(pk__in=list(counts))
    rows = page_of(request, past)
    context = {
        "standing": lines_of(user, standing, now, counts),
        "past": lines_of(user, rows, now, counts),
        "rows": rows,
        "now": now,
        "speaks_for_bodies": bool(user.is_authenticated and institutions_of(user, now)),
        "rights": rights,
        "chosen_right": right,
        "follow_right": follow_button(request, FollowKind.RIGHT, right, str(named)) if named else "",
    }
    return render(request, "madda/consultations/round_list.html", context)


def consultation(request: HttpRequest, page: Consultation) -> HttpResponse:
    """The page below an amendment: its rounds. If there is only one, that round."""
    now = timezone.now()
    rounds = list(for_pages(Round.objects.visible_to(request.user)).filter(consultation=page))
    if not rounds:
        raise Http404
    if len(rounds) == 1:
        return redirect(rounds[0].url)
    context = {
        "page": page,
        "amendment": rounds[0].amendment,
        "rounds": lines_of(request.user, rounds, now),
        "now": now,
    }
    return render(request, "madda/consultations/consultation.html", context)


def round_detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One round: its times, who may take part, its announcements and comments."""
    round_ = visible_round(request, pk)
    right = request.GET.get("right", "")
    rows = page_of(request, round_comments(request.user, round_, right))
    rights = rights_on(request.user, round_)
    named = next((row for row in rights if row.code == right), None)
    context = {
        "page": round_page(request.user, round_, timezone.now()),
        "round": round_,
        "notices": round_.notices.all(),
        "questions": question_lines(request.user, round_),
        "lines": lines(rows, request.user),
        "rows": rows,
        "rights": rights,
        "chosen_right": right,
        "follow": follow_button(request, FollowKind.ROUND, round_.pk),
        "follow_right": follow_button(request, FollowKind.RIGHT, right, str(named)) if named else "",
    }
    return render(request, "madda/consultations/round.html", context)

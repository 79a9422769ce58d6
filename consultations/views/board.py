"""The consolidation board, and the places of comments that a person confirms on it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.permissions import holds_on
from consultations.access.permissions import may
from consultations.access.powers import Power
from consultations.actions.answers.confirm_placement import Confirmed, ConfirmPlacement
from consultations.follow_buttons import follow_button
from consultations.hooks import other_proposals
from consultations.models import AnchorPlacement
from consultations.models.letter import FollowKind
from consultations.queries.answer_pages.board import (
    Filters,
    board_comments,
    board_rows,
    institutions_on,
    provisions_in_order,
    totals,
)
from consultations.queries.comments.senders import sees_proposals
from consultations.queries.rounds.questions import question_lines
from consultations.queries.vocabulary.rights_named import rights_on
from consultations.rules.passages import Field, Place
from consultations.rules.phases import Feature
from consultations.values import KIND_LABELS, STANCE_LABELS, Visibility
from consultations.views.requests import actor_of, page_of, run, visible_comment, visible_round

ROWS = 15


@login_required
def board(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The board of a round."""
    round_ = visible_round(request, pk)
    if not sees_proposals(request.user, round_.amendment):
        raise PermissionDenied
    names = ("institution", "status", "stance", "kind", "visibility", "right")
    filters = Filters(**{name: request.GET.get(name, "") for name in names})
    comments = board_comments(request.user, round_, filters)
    others = other_proposals(request.user, round_) if filters == Filters() else []
    rows = page_of(request, provisions_in_order(comments, round_, others), ROWS)
    now = timezone.now()
    rights = rights_on(request.user, round_)
    named = next((row for row in rights if row.code == filters.right), None)
    context = {
        "round": round_,
        "follow_right": follow_button(request, FollowKind.RIGHT, named.code, str(named)) if named else "",
        "questions": question_lines(request.user, round_),
        "filters": filters,
        "totals": totals(request.user, round_),
        "board": board_rows(request.user, round_, comments, rows, others),
        "rows": rows,
        "institutions": institutions_on(request.user, round_),
        "rights": rights,
        "stances": STANCE_LABELS,
        "kinds": KIND_LABELS,
        "visibilities": Visibility.choices,
        "may_propose": may(request.user, Feature.PROPOSE_ANSWER, round_, None, now),
        "may_translate": holds_on(request.user, Power.TRANSLATE, round_.amendment),
        "may_decide": may(request.user, Feature.DECIDE_ANSWER, round_, None, now),
    }
    return render(request, "madda/consultations/board.html", context)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say where a doubtful passage is: at one of the candidates, or nowhere."""
    row = get_object_or_404(AnchorPlacement.objects.select_related("version__instrument"), pk=pk)
    comment = visible_comment(request, row.anchor.comment_id)
    place = _read_place(request.POST.get("place", ""))
    return run(
        request,
        lambda: ConfirmPlacement(row, Confirmed(place), actor=actor_of(request)).execute(),
        _("The place of %(number)s is confirmed.") % {"number": comment.reference},
        comment.url,
    )


def _read_place(value: str) -> Place | None:
    """Read a place such as "uuid:body:3:9". Anything else means "nowhere"."""
    parts = value.split(":")
    if len(parts) != 4 or not (parts[2].isdecimal() and parts[3].isdecimal()):
        return None
    try:
        key, field = str(UUID(parts[0])), Field(parts[1])
    except ValueError:
        return None
    return Place(key, field, int(parts[2]), int(parts[3]))

"""Shows the form of a comment: empty, with a draft, or with what was typed and why it is refused."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amendments.attaching.file_names import plain_name
from consultations.access.memberships import sends_for
from consultations.forms.commenting import LONGEST, CommentForm, write_range
from consultations.forms.question_answers import AnswersForm
from consultations.models import Comment
from consultations.queries.comments.writing import handed_over, late_askers, own_drafts
from consultations.queries.rounds.late_ends import end_for
from consultations.rules.choices import Range
from consultations.views.asked import asked_beside
from consultations.views.writing import Writing


def show_form(
    request: HttpRequest,
    writing: Writing,
    form: CommentForm,
    ranges: list[Range],
    *,
    asked: AnswersForm | None = None,
    conflict: Comment | None = None,
    is_checked: bool = True,
    lost_files: list[str] | None = None,
    status: int = 422,
) -> HttpResponse:
    """The page of the form. `lost_files` have to be chosen again; without it, all that were posted.

    `asked` holds what was typed below the questions of the round. `status` is that of a form with errors.
    """
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    context: dict[str, Any] = {  # Any: what a template shows
        "writing": writing,
        "round": writing.round,
        "form": form,
        "errors": form.errors if is_checked else None,
        "conflict": conflict,
        "drafts": own_drafts(request.user, writing.round, writing.provision)
        if writing.commented and writing.comment is None
        else [],
        "handed_over": handed_over(writing.round, writing.bodies) if writing.may_write else [],
        "lost_files": names_of_files(request) if lost_files is None else lost_files,
        "asked": asked or asked_beside(request, writing),
        "asked_errors": asked.errors if asked and is_checked else None,
        "questions": writing.round.questions.count(),
        "sends": _sends(request, writing),
        "ends": _ends(request, writing),
        "late": late_askers(request.user, writing.round, writing.bodies, timezone.now()),
        **_passage(writing, form, ranges),
    }
    is_refused = request.method == "POST" and (context["errors"] or context["asked_errors"])
    status = status if is_refused else 200
    return render(request, "madda/consultations/comment_form.html", context, status=status)


def _passage(writing: Writing, form: CommentForm, ranges: list[Range]) -> dict[str, object]:
    """The provision with its choices, and how the proposed text reads against it."""
    commented = writing.commented
    proposed = (form["proposed_text"].value() or "")[:LONGEST]  # comparing a longer text takes too long
    offered = {choice.range for choice in commented.choices} if commented else set()
    return {
        "commented": commented,
        "covers": ranges,
        "extra": _selected(writing, [item for item in ranges if item not in offered]),
        "shown": commented.preview(proposed) if commented else None,
    }


@dataclass(frozen=True, slots=True)
class Selected:
    """Words that were selected with the mouse, as a choice of its own."""

    value: str
    words: str
    in_base: bool


def _selected(writing: Writing, ranges: list[Range]) -> list[Selected]:
    """Ranges that are no sentence. One beyond the text is left out."""
    commented = writing.commented
    if commented is None:
        return []
    found = [
        Selected(
            write_range(item),
            (commented.base_words if item.in_base else commented.draft_words)[item.start : item.end],
            item.in_base,
        )
        for item in ranges
    ]
    return [item for item in found if item.words]


def _sends(request: HttpRequest, writing: Writing) -> bool:
    """Whether the person may send for every institution in the form. The label of the button depends on it."""
    sends = set(sends_for(request.user))
    return all(body is None or body.pk in sends for body in writing.bodies)


def _ends(request: HttpRequest, writing: Writing) -> datetime:
    """Until when the person can write: the latest end of the institutions in the form."""
    now = timezone.now()
    ends = [end_for(writing.round, body, request.user, now) for body in writing.bodies]
    return max(ends, default=writing.round.ended_at)


def names_of_files(request: HttpRequest) -> list[str]:
    """What the posted files are called. A browser sends them once and does not keep them in a form shown again."""
    return [plain_name(upload.name or "") for upload in request.FILES.getlist("attachments")]

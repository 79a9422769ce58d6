"""Finds what a person is writing: a new comment, or a draft."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from amendments.models import Provision
from consultations.access.permissions import may
from consultations.forms.commenting import ONESELF, CommentForm
from consultations.models import Comment, Institution, Round
from consultations.queries.comments.writing import Commented, acting_for, commented_provision, writers_of
from consultations.rules.phases import Feature
from consultations.values import CommentState
from consultations.views.requests import visible_round


@dataclass(frozen=True, slots=True)
class Writing:
    """What the person comments on, for which institutions they write, and the draft if there is one."""

    round: Round
    commented: Commented | None
    bodies: list[Institution | None]
    may_write: bool  # false in a round that is closed: what was typed is shown, and nothing is saved
    comment: Comment | None = None

    @property
    def provision(self) -> str:
        """The UUID, "" for the whole document."""
        return self.commented.provision if self.commented else ""

    @property
    def url(self) -> str:
        """The address of the form."""
        if self.comment is not None:
            return reverse("consultations:edit_comment", args=[self.comment.pk])
        return comment_url(self.round, self.provision)

    @property
    def autosave_url(self) -> str:
        """The address to which the form is saved while the person types."""
        return f"{self.url}autosave/"

    @property
    def preview_url(self) -> str:
        """The address of the redline of a proposed text."""
        return (
            reverse("consultations:preview", args=[self.round.pk, self.provision]) if self.provision else ""
        )

    def form(self, *args: Any, **kwargs: Any) -> CommentForm:  # Any: the arguments of Django's forms
        """The form with the institutions that can be chosen and the values of the draft."""
        return CommentForm(*args, bodies=self.bodies, comment=self.comment, **kwargs)


def comment_url(round_: Round, provision: object = "") -> str:
    """The address of the form on a provision, or on the whole document."""
    if not provision:
        return reverse("consultations:comment_on_document", args=[round_.pk])
    return reverse("consultations:comment_on", args=[round_.pk, provision])


def answers_url(writing: Writing) -> str:
    """The address of the form in which the questions of the round are answered for the same body."""
    body = writing.bodies[0]
    address = reverse("consultations:answer_questions", args=[writing.round.pk])
    return f"{address}?for={body.pk if body else ONESELF}"


def new_comment(request: HttpRequest, pk: UUID, provision: UUID | None) -> Writing:
    """A new comment on a provision of the round, or on the whole document."""
    round_ = visible_round(request, pk)
    commented = None
    if provision is not None:
        commented = commented_provision(round_.draft, get_object_or_404(Provision, pk=provision))
        if commented is None:
            raise Http404
    now = timezone.now()
    bodies = acting_for(request.user, round_, now)
    if bodies:
        return Writing(round_, commented, bodies, may_write=True)
    return Writing(round_, commented, writers_of(request.user, round_, now), may_write=False)


def draft_to_go_on(request: HttpRequest, pk: UUID) -> Writing:
    """A draft that the person may read; 404 otherwise."""
    comment = get_object_or_404(
        Comment.objects.visible_to(request.user).select_related("submission__institution"),
        pk=pk,
        state=CommentState.DRAFT,
    )
    return writing_on(request, comment)


def writing_on(request: HttpRequest, comment: Comment) -> Writing:
    """The comment with its provision; 404 in a round that the person may not see."""
    round_ = visible_round(request, comment.submission.round_id)
    anchor = comment.anchors.select_related("provision").first()
    commented = commented_provision(round_.draft, anchor.provision) if anchor else None
    body = comment.submission.institution
    is_draft = comment.state == CommentState.DRAFT
    may_write = is_draft and may(request.user, Feature.WRITE, round_, body, timezone.now())
    return Writing(round_, commented, [body], may_write, comment)

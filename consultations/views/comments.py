"""Comments for readers: one comment, all on a provision, published answers, the history."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.models import Provision
from amendments.permissions import holds_on
from consultations.access.memberships import sends_for
from consultations.access.permissions import is_own
from consultations.access.powers import Power
from consultations.actions.answers.reveal_identity import RevealIdentity
from consultations.actions.comments.co_sign_comment import CoSignComment
from consultations.hooks import tag_panels
from consultations.models import Comment, Institution
from consultations.queries.comments.comment_lines import lines
from consultations.queries.comments.comment_page import comment_page
from consultations.queries.comments.provision_comments import comments_on, number_of
from consultations.queries.histories.history import history_of
from consultations.views.requests import (
    actor_of,
    keys_in,
    page_of,
    page_of_comments,
    run,
    visible_comment,
)


def detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page of a comment."""
    comment = visible_comment(request, pk)
    page = comment_page(request.user, comment)
    context = {"page": page, "comment": comment, "panels": tag_panels(request, comment)}
    return render(request, "madda/consultations/comment.html", context)


def on_provision(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All comments on a provision, in all drafts, that the reader may read."""
    provision = get_object_or_404(Provision.objects.select_related("instrument"), pk=pk)
    number = number_of(request.user, provision)
    if number is None:
        raise Http404
    rows = page_of(request, comments_on(request.user, provision))
    context = {"provision": provision, "number": number, "lines": lines(rows, request.user), "rows": rows}
    return render(request, "madda/consultations/provision_comments.html", context)


def answers(request: HttpRequest) -> HttpResponse:
    """`/consultations/answers/`: decided answers, newest first."""
    sent = Comment.objects.visible_to(request.user).sent().filter(disposition__decided_at__isnull=False)
    rows = page_of_comments(request, sent.order_by("-disposition__decided_at", "reference"))
    context = {"lines": lines(rows, request.user), "rows": rows}
    return render(request, "madda/consultations/answers.html", context)


@login_required
def history(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The history of a comment and its answer, for its own institution and the secretary."""
    comment = visible_comment(request, pk)
    amendment = comment.submission.round.amendment
    if not (
        is_own(request.user, comment.submission) or holds_on(request.user, Power.READ_HISTORY, amendment)
    ):
        raise PermissionDenied
    context = {"comment": comment, "rows": page_of(request, history_of(request.user, comment))}
    return render(request, "madda/consultations/history.html", context)


@login_required
@require_POST
def reveal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a withheld identity to the secretary. The log records it."""
    comment = visible_comment(request, pk)
    name = RevealIdentity(comment, actor=actor_of(request)).execute()
    words = _("%(number)s was sent by %(sender)s. The log records that you looked.")
    messages.info(request, words % {"number": comment.reference, "sender": name})
    return redirect(comment.url)


@login_required
@require_POST
def co_sign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Co-sign a comment for an institution."""
    comment = visible_comment(request, pk)
    chosen = keys_in(request.POST.getlist("institution"))
    body = get_object_or_404(Institution.objects.filter(pk__in=sends_for(request.user)), pk__in=chosen[:1])
    return run(
        request,
        lambda: CoSignComment(comment, body, actor=actor_of(request, institution=body)).execute(),
        _("%(institution)s has co-signed %(number)s.") % {"institution": body, "number": comment.reference},
        comment.url,
    )

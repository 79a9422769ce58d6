"""Covering words of a comment that must not be shown."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from amendments.errors import AmendmentsError
from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.actions.comments.cover_words import CoverWords
from consultations.errors.of_states import CoveredMeanwhile
from consultations.forms.covering import CoverForm
from consultations.models import Comment
from consultations.queries.submissions.newest_cover import newest_cover
from consultations.views.requests import actor_of, visible_comment


@login_required
def cover_words(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form, with what readers see now."""
    cover = newest_cover(pk)  # before the words, which must not be older than it
    comment = visible_comment(request, pk)
    may_cover = holds_on(request.user, Power.COVER, comment.submission.round.amendment)
    if not may_cover or not comment.submission.is_received:
        raise PermissionDenied
    form = CoverForm(request.POST or None, comment=comment, cover=cover)
    if form.is_valid() and _is_covered(request, comment, form):
        return redirect(comment.url)
    context = {"comment": comment, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "madda/consultations/cover_words.html", context, status=status)


def _is_covered(request: HttpRequest, comment: Comment, form: CoverForm) -> bool:
    actor = actor_of(request, reason=form.cleaned_data["reason"])
    try:
        CoverWords(comment, form.shown(), actor=actor, cover=form.cleaned_data["cover"]).execute()
    except AmendmentsError as refusal:
        if isinstance(refusal, CoveredMeanwhile):
            form.read_again(comment)
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Readers of %(number)s see these words now.") % {"number": comment.reference})
    return True

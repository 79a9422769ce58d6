"""The form of a draft that was sent or discarded since it was shown: by "back", in another tab, or by a colleague."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consultations.access.memberships import institutions_of
from consultations.forms.commenting import read_ranges
from consultations.models import Comment
from consultations.values import CommentState
from consultations.views.showing import show_form
from consultations.views.writing import writing_on


def gone_draft(request: HttpRequest, pk: UUID) -> Comment | None:
    """The comment, if it is the person's or that of their institution and no draft any more."""
    own = Q(submission__institution__in=institutions_of(request.user)) | Q(submission__person=request.user)
    rows = Comment.objects.filter(own, pk=pk).exclude(state=CommentState.DRAFT)
    return rows.select_related("submission__institution").first()


def show_gone(request: HttpRequest, comment: Comment) -> HttpResponse:
    """Lead on to what became of it. What was typed is shown once more, so that it can be copied."""
    names = {"number": comment.reference}
    if request.method == "POST":
        writing = writing_on(request, comment)
        form = writing.form(request.POST)
        words = _(
            "%(number)s was sent or discarded in the meantime. Nothing of this form is saved: copy your text."
        )
        form.add_error(None, words % names)
        return show_form(request, writing, form, read_ranges(request.POST.getlist("range")))
    if comment.state == CommentState.DISCARDED:
        messages.info(request, _("Draft %(number)s is discarded.") % names)
        return redirect("consultations:mine")
    messages.info(request, _("%(number)s is no draft any more and cannot be changed.") % names)
    return redirect("consultations:comment", comment.pk)

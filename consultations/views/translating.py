"""Translating a comment: the original beside the field."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from amendments.errors import AmendmentsError
from amendments.text.language import reader_language
from consultations.actions.comments.translate_comment import TranslateComment, may_translate_comment
from consultations.errors.of_states import CoveredMeanwhile
from consultations.forms.translating import CommentTranslationForm
from consultations.models import Comment
from consultations.queries.comments.comment_translations import translations_of
from consultations.queries.submissions.newest_cover import newest_cover
from consultations.values import CommentState
from consultations.views.requests import actor_of, visible_comment


@login_required
def translate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form, with the newest translation into the language that is asked for."""
    cover = newest_cover(pk)  # before the words, which must not be older than it
    comment = visible_comment(request, pk)
    if not may_translate_comment(request.user, comment) or comment.state != CommentState.SUBMITTED:
        raise PermissionDenied
    if request.method == "POST":
        form = CommentTranslationForm(request.POST, comment=comment)
        if form.is_valid() and _is_saved(request, comment, form):
            return redirect(comment.url)
    else:
        form = CommentTranslationForm(initial={**_initial(request, comment), "cover": cover}, comment=comment)
    context = {"comment": comment, "form": form, "standing": list(translations_of(comment))}
    status = 422 if form.is_bound else 200
    return render(request, "madda/consultations/translate_comment.html", context, status=status)


def _initial(request: HttpRequest, comment: Comment) -> dict[str, str]:
    language = request.GET.get("language") or reader_language()
    standing = translations_of(comment).filter(language=language).last()
    return {"language": language, "rationale": standing.rationale if standing else ""}


def _is_saved(request: HttpRequest, comment: Comment, form: CommentTranslationForm) -> bool:
    given = form.cleaned_data
    try:
        TranslateComment(
            comment, given["language"], given["rationale"], actor=actor_of(request), cover=given["cover"]
        ).execute()
    except AmendmentsError as refusal:
        if isinstance(refusal, CoveredMeanwhile):
            form.read_again(comment)
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("The translation of %(number)s is saved.") % {"number": comment.reference})
    return True

"""Writing a comment. It works with the keyboard and without scripts, and never loses what was typed."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from amendments.models import Provision
from consultations.access.memberships import sends_for
from consultations.actions.comments.discard_comment import DiscardComment
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.actions.submissions.ask_sign_off import AskSignOff
from consultations.errors import EditConflict, NothingWritten, RoundNotOpen
from consultations.forms.commenting import (
    LONGEST,
    CommentForm,
    initial_of,
    ranges_of,
    read_ranges,
)
from consultations.models import Comment
from consultations.queries.comments.writing import commented_provision
from consultations.queries.submissions.completeness import lacking
from consultations.rules.choices import Range
from consultations.values import SubmissionState
from consultations.views.asked import asked_beside, save_answers, typed_answers
from consultations.views.gone_drafts import gone_draft, show_gone
from consultations.views.kept import keep, take_back
from consultations.views.requests import actor_of, answers_scripts, looks_only, visible_comment, visible_round
from consultations.views.showing import names_of_files, show_form
from consultations.views.writing import Writing, answers_url, draft_to_go_on, new_comment

MOST_RANGES = 500
LONGEST_CHOICE = 100  # characters of a range or of a code of a vocabulary
MISSING = gettext_lazy("This is still missing. Without it the comment cannot be sent.")


@answers_scripts
@never_cache  # after the sign-out, "back" does not show the text to the next person
def write(request: HttpRequest, pk: UUID, provision: UUID | None = None) -> HttpResponse:
    """A new comment on a provision or on the whole document."""
    return _form(request, new_comment(request, pk, provision))


@answers_scripts
@never_cache
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Edit a draft."""
    if not request.user.is_authenticated:
        return _keep_and_sign_in(request)
    if (gone := gone_draft(request, pk)) is not None:
        return show_gone(request, gone)
    writing = draft_to_go_on(request, pk)
    if writing.comment is not None and writing.comment.question_id:
        return redirect(answers_url(writing))
    return _form(request, writing)


@require_POST
def autosave(request: HttpRequest, pk: UUID, provision: UUID | None = None) -> HttpResponse:
    """Save the form while the person types. A header returns the moment."""
    return _autosave(request, new_comment(request, pk, provision))


@require_POST
def autosave_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Save the form of an existing draft while the person types."""
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    return _autosave(request, draft_to_go_on(request, pk))


@require_POST
def preview(request: HttpRequest, pk: UUID, provision: UUID) -> HttpResponse:
    """Show the redline of a proposed text, as a part of the page."""
    round_ = visible_round(request, pk)
    commented = commented_provision(round_.draft, get_object_or_404(Provision, pk=provision))
    if commented is None:
        raise Http404
    proposed = request.POST.get("proposed_text", "")[:LONGEST]
    context = {
        "shown": commented.preview(proposed),
        "language": commented.language,
        "unchanged": not commented.typed(proposed),
    }
    return render(request, "madda/consultations/preview.html", context)


@login_required
@require_POST
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Discard a draft."""
    comment = visible_comment(request, pk)
    try:
        DiscardComment(comment, actor=actor_of(request)).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Draft %(number)s is discarded.") % {"number": comment.reference})
    return redirect("consultations:mine")


def _form(request: HttpRequest, writing: Writing) -> HttpResponse:
    if request.method == "POST":
        if not request.user.is_authenticated:
            return _keep_and_sign_in(request)
        return _post(request, writing)
    if kept := take_back(request, only_look=not writing.may_write):
        if writing.may_write:
            messages.warning(request, _("What you typed before is back; it is not saved yet."))
        form = writing.form(kept["data"])
        asked = asked_beside(request, writing, kept["data"])
        return show_form(
            request,
            writing,
            form,
            read_ranges(kept["ranges"]),
            asked=asked,
            is_checked=False,
            lost_files=kept.get("files", []),
        )
    if writing.comment is not None:
        form = writing.form(initial=initial_of(writing.comment, writing.commented))
        if "check" in request.GET:
            form.point_out({name: [str(MISSING)] for name in lacking(writing.comment)})
        return show_form(request, writing, form, ranges_of(writing.comment))
    words = writing.commented.field_words if writing.commented else ""
    form = writing.form(initial={"proposed_text": words})
    return show_form(request, writing, form, read_ranges(request.GET.getlist("range")))


def _post(request: HttpRequest, writing: Writing) -> HttpResponse:
    form = writing.form(request.POST, request.FILES)
    ranges = read_ranges(request.POST.getlist("range"))
    asked = asked_beside(request, writing, request.POST)
    looks = looks_only(request)
    is_valid = (form.is_valid() or form.refuses_only_files) and (asked is None or asked.is_valid())
    if looks or not is_valid:
        return show_form(request, writing, form, ranges, asked=asked, is_checked=not looks)
    answers: list[Comment] = []
    try:
        answers = save_answers(request, writing, asked)
        comment = _save(request, writing, form, ranges)
    except EditConflict as conflict:
        form.add_error(None, str(conflict))
        stored = _fresh(request, writing, form)
        if asked is not None:
            asked.show_meanwhile()
        return show_form(request, writing, form, ranges, asked=asked, conflict=stored, status=409)
    except NothingWritten as refusal:
        if answers:
            return _after_answers(request, writing, answers[0])
        if "another" in request.POST:
            return redirect(writing.round.draft.redline_url)
        form.add_error(None, str(refusal))
        return show_form(request, writing, form, ranges, asked=asked)
    except AmendmentsError as refusal:
        if isinstance(refusal, RoundNotOpen):
            _keep(request)
        form.add_error(None, str(refusal))
        return show_form(request, writing, form, ranges, asked=asked)
    if form.refusals:
        return _show_refused_files(request, writing, comment, form)
    return _after_saving(request, comment)


def _after_answers(request: HttpRequest, writing: Writing, answer: Comment) -> HttpResponse:
    """Only questions were answered, and nothing was said of the provision."""
    messages.success(request, _("Your answers are saved as drafts."))
    if "another" in request.POST:
        return redirect(writing.round.draft.redline_url)
    if "send" in request.POST:
        return redirect("consultations:submission", answer.submission_id)
    return redirect(writing.url)


def _show_refused_files(
    request: HttpRequest, writing: Writing, comment: Comment, form: CommentForm
) -> HttpResponse:
    """The draft that was saved with everything else, and beside the field why these files are not attached."""
    saved = replace(writing, comment=comment, bodies=[comment.submission.institution])
    again = saved.form(initial=initial_of(comment, writing.commented))
    again.point_out({"attachments": form.refusals})
    messages.warning(
        request,
        _("Comment %(number)s is saved as a draft without these files and goes out with your next sending.")
        % {"number": comment.reference},
    )
    return show_form(request, saved, again, ranges_of(comment), lost_files=[])


def _save(request: HttpRequest, writing: Writing, form: CommentForm, ranges: list[Range]) -> Comment:
    institution = form.institution
    return SaveCommentDraft(
        writing.round,
        form.content(writing.commented, ranges),
        actor=actor_of(request, institution=institution),
        institution=institution,
        comment=writing.comment,
        revision=form.cleaned_data["revision"] if writing.comment else None,
        key=form.form_key,
    ).execute()


def _after_saving(request: HttpRequest, comment: Comment) -> HttpResponse:
    submission = comment.submission
    if submission.state != SubmissionState.DRAFT:  # the same form again, after its first answer was lost
        return redirect("consultations:submission", submission.pk)
    messages.success(
        request,
        _("Comment %(number)s is saved as a draft, %(time)s.")
        % {"number": comment.reference, "time": timezone.localtime(comment.saved_at).strftime("%H:%M")},
    )
    if "another" in request.POST:
        return redirect(submission.round.draft.redline_url)
    sends = submission.institution_id is None or submission.institution_id in sends_for(request.user)
    edit_url = reverse("consultations:edit_comment", args=[comment.pk])
    if "send" not in request.POST:
        return redirect(edit_url)
    if lacking(comment):
        return redirect(f"{edit_url}?check=1")
    if not sends:
        try:
            AskSignOff(submission, actor=actor_of(request, institution=submission.institution)).execute()
        except AmendmentsError as refusal:
            messages.error(request, str(refusal))
            return redirect(edit_url)
        messages.success(request, _("The focal point is asked to sign off."))
    return redirect("consultations:submission", submission.pk)


def _autosave(request: HttpRequest, writing: Writing) -> HttpResponse:
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    typed = request.POST.copy()
    typed.pop("removed", None)  # files come and go with the buttons, where the person sees it
    form, asked = writing.form(typed), asked_beside(request, writing, typed)
    if not form.is_valid() or (asked is not None and not asked.is_valid()):
        return HttpResponse(status=422)
    saved: list[Comment] = []
    try:
        saved = save_answers(request, writing, asked)
        saved.append(_save(request, writing, form, read_ranges(request.POST.getlist("range"))))
    except NothingWritten:
        if not saved:
            return HttpResponse(status=202)  # heard, but nothing is kept
    except AmendmentsError:
        return HttpResponse(status=409)
    at = max(comment.saved_at for comment in saved)
    return HttpResponse(status=204, headers={"X-Saved-At": timezone.localtime(at).strftime("%H:%M")})


def _fresh(request: HttpRequest, writing: Writing, form: CommentForm) -> Comment | None:
    """The draft that somebody else saved in the meantime. The person sees it before saving again replaces it."""
    if writing.comment is None:
        return None
    stored = Comment.objects.get(pk=writing.comment.pk)
    form.data = typed = request.POST.copy()
    typed["revision"] = str(stored.revision)
    return stored


def _short(values: list[str]) -> list[str]:
    """The choices, cut to what our form can send, because anybody can post any number here."""
    return [value[:LONGEST_CHOICE] for value in values[:MOST_RANGES]]


def _named(request: HttpRequest) -> dict[str, list[str]]:
    """The chosen rows of the vocabularies; treaties with their articles."""
    widgets = {name: CommentForm.base_fields[name].widget for name in CommentForm.NAMED}
    return {name: _short(box.value_from_datadict(request.POST, {}, name)) for name, box in widgets.items()}


def _keep_and_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        _keep(request)
    return redirect_to_login(request.path)


def _keep(request: HttpRequest) -> None:
    data = {key: value[:LONGEST] for key, value in request.POST.items() if key in CommentForm.base_fields}
    ranges = _short(request.POST.getlist("range"))
    typed = {**data, **_named(request), **typed_answers(request, LONGEST)}
    keep(request, {"data": typed, "ranges": ranges, "files": names_of_files(request)})

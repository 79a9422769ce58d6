"""Steps on an issue: its form, notes, answers, and moving on."""

import re
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from consultations.models import Comment
from consultations.rules.passages import Field, Place
from consultations.views.requests import actor_of, keys_in, looks_only, run
from rights.actions.answers.assess_text import AssessText
from rights.actions.answers.take_back_assessment import TakeBackAssessment
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.notes.add_note import AddNote
from rights.actions.notes.take_back_note import TakeBackNote
from rights.forms.finding import NoteForm
from rights.forms.issue_form import EditForm, initial_of
from rights.models import Assessment, IssueNote, IssuePlacement, RightsIssue
from rights.queries.names_of_texts import names_of
from rights.queries.office_texts import office_texts
from rights.values import Conformity, IssueState
from rights.views.office import show_issue, typed_reason, visible_issue, writers_only

_PLACE = re.compile(r"([0-9a-f-]{36}):(\w+):(\d{1,7}):(\d{1,7})")


@never_cache
@login_required
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form of an issue."""
    issue = visible_issue(request, pk)
    writers_only(request)
    readable = Comment.objects.visible_to(request.user).filter(issues=issue, submitted_at__isnull=False)
    initial = initial_of(issue) | {"comments": ", ".join(readable.values_list("reference", flat=True))}
    form = EditForm(request.POST or None, user=request.user, issue=issue, initial=initial)
    is_checked = request.method == "POST" and not looks_only(request)
    if is_checked and form.is_valid():
        revision = form.cleaned_data["revision"]
        try:
            EditIssue(issue, form.content, revision, actor=actor_of(request)).execute()
        except AmendmentsError as refusal:
            form.refuse(refusal, issue)
        else:
            messages.success(request, _("%(reference)s is saved.") % {"reference": issue.reference})
            return redirect(issue.url)
    context = {"issue": issue, "form": form, "errors": form.errors if is_checked else None}
    return render(request, "madda/rights/edit.html", context, status=422 if context["errors"] else 200)


@login_required
@require_POST
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write an internal note."""
    issue = visible_issue(request, pk)
    writers_only(request)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show_issue(request, issue, note_form=form, status=422)
    text, is_private = form.cleaned_data["text"], form.cleaned_data["is_private"]
    actor, key = actor_of(request), form.cleaned_data["key"]
    try:
        AddNote(issue, text, actor=actor, is_private=is_private, key=key).execute()
    except AmendmentsError as refusal:
        form.add_error(None, str(refusal))
        return show_issue(request, visible_issue(request, pk), note_form=form, status=422)
    messages.success(request, _("Your note is saved."))
    return redirect(f"{issue.url}#notes")


@login_required
@require_POST
def take_note_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an own note back."""
    row = get_object_or_404(IssueNote.objects.visible_to(request.user).select_related("issue"), pk=pk)
    return run(
        request,
        lambda: TakeBackNote(row, actor=actor_of(request)).execute(),
        _("Your note is taken back."),
        f"{row.issue.url}#notes",
    )


@login_required
@require_POST
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer whether a text fixes the issue."""
    issue = visible_issue(request, pk)
    writers_only(request)
    texts = office_texts(request.user).select_related("instrument")
    version = get_object_or_404(texts, pk__in=keys_in([request.POST.get("text", "")]))
    given, _dash, closes = request.POST.get("value", "").partition("-close")
    if given not in Conformity.values or closes:
        raise Http404
    value = Conformity(given)
    action = AssessText(
        issue,
        version,
        value,
        actor=actor_of(request),
        note=request.POST.get("note", ""),
        closes=request.POST["value"].endswith("-close"),
        seen=next(iter(keys_in([request.POST.get("seen", "")])), None),
        words=request.POST.get(f"words-{version.pk}", ""),
    )
    try:
        action.execute()
    except AmendmentsError as refusal:
        is_among_others = request.POST.get("back") == "work"
        messages.error(request, f"{issue.reference}: {refusal}" if is_among_others else str(refusal))
        if is_among_others:
            return redirect(_back(request, issue))
        return show_issue(request, visible_issue(request, pk), typed=request.POST, status=422)
    followed = office_texts(request.user).filter(followed_issues__in=issue.followed.answering())
    names = names_of(followed.select_related("instrument", "draft__amendment"))
    words = {"reference": issue.reference, "text": names.brief(version), "value": value.label}
    messages.success(request, _("%(reference)s, %(text)s: %(value)s.") % words)
    return redirect(_back(request, issue))


@login_required
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an answer back."""
    issues = RightsIssue.objects.visible_to(request.user)
    row = get_object_or_404(Assessment.objects.select_related("issue"), pk=pk, issue__in=issues)
    return run(
        request,
        lambda: TakeBackAssessment(row, actor=actor_of(request)).execute(),
        _("The answer on %(reference)s is taken back.") % {"reference": row.issue.reference},
        _back(request, row.issue),
    )


@login_required
@require_POST
def move(request: HttpRequest, pk: UUID, state: str) -> HttpResponse:
    """Take a step by hand."""
    issue = visible_issue(request, pk)
    if state not in IssueState.values:
        raise Http404
    actor = actor_of(request, reason=request.POST.get("reason", ""))
    words = {"reference": issue.reference, "state": IssueState(state).label}
    return run(
        request,
        lambda: MoveIssue(issue, IssueState(state), actor=actor).execute(),
        _("%(reference)s: %(state)s.") % words,
        issue.url,
        again=lambda refusal: show_issue(
            request, visible_issue(request, pk), typed=typed_reason(request, state, refusal), status=422
        ),
    )


@login_required
@require_POST
def confirm_place(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say where the words of an issue are in a text."""
    issues = RightsIssue.objects.visible_to(request.user)
    texts = office_texts(request.user)
    rows = IssuePlacement.objects.select_related("anchor__issue", "version__instrument")
    row = get_object_or_404(rows, pk=pk, anchor__issue__in=issues, version__in=texts)
    found = FoundPlace(_place(request.POST.get("place", "")))
    action = ConfirmIssuePlace(row, found, actor=actor_of(request), seen=request.POST.get("seen", ""))
    answer = run(request, action.execute, _("The place is confirmed."), row.anchor.issue.url)
    lost = Assessment.objects.filter(pk__in=action.taken_back, version__in=texts).order_by("place")
    if told := _answers(list(lost.select_related("version__instrument", "version__draft__amendment"))):
        words = _("These answers were about other words and no longer count: %(answers)s.")
        messages.warning(request, words % {"answers": told})
    return answer


def _answers(given: list[Assessment]) -> str:
    """The newest one on each text: "Draft 5: Conforms; Law 118-L: Partly conforms"."""
    newest = {row.version_id: row for row in given}.values()
    names = names_of(row.version for row in newest)
    return "; ".join(f"{names.brief(row.version)}: {row.get_value_display()}" for row in newest)


def _place(value: str) -> Place | None:
    """ "uuid:field:start:end"; "" says that the words are gone."""
    if not value:
        return None
    parts = _PLACE.fullmatch(value)
    keys = keys_in([parts[1]] if parts else [])
    if not parts or not keys or parts[2] not in set(Field):
        raise Http404
    return Place(str(keys[0]), Field(parts[2]), int(parts[3]), int(parts[4]))


def _back(request: HttpRequest, issue: RightsIssue) -> str:
    """Where the person answered: on My work or on the page of the issue."""
    return reverse("wagtail_serve", args=[""]) if request.POST.get("back") == "work" else issue.url

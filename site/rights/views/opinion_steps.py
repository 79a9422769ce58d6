"""Steps on an opinion: begun, written, gathered, issued."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from consultations.views.requests import actor_of, keys_in
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import EditOpinion
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.forms.opinion_words import EditOpinionForm, NewOpinionForm, words_of
from rights.models import Opinion, RightsIssue
from rights.queries.opinion_lists import subjects
from rights.views.office import office_only, writers_only
from rights.views.opinion_pages import show_opinion, visible_opinion


@office_only
def begin(request: HttpRequest) -> HttpResponse:
    """Begin an opinion on an amendment or act."""
    writers_only(request)
    initial = {"language": get_language(), "subject": request.GET.get("on", "")}
    form = NewOpinionForm(request.POST or None, subjects=subjects(request.user), initial=initial)
    if request.method == "POST" and form.is_valid():
        about, content = form.subject_row, form.content
        action = DraftOpinion(about, content, actor=actor_of(request), key=form.form_key)
        try:
            return redirect(action.execute().url)
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
    status = 422 if form.errors else 200
    return render(request, "madda/rights/opinion_form.html", {"form": form}, status=status)


@never_cache
@login_required
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form of an opinion that is not issued yet."""
    row = drafted(request, pk)
    writers_only(request)
    form = EditOpinionForm(request.POST or None, initial=words_of(row))
    if request.method == "POST" and form.is_valid():
        revision = form.cleaned_data["revision"]
        try:
            EditOpinion(row, form.content, revision, actor=actor_of(request)).execute()
        except AmendmentsError as refusal:
            form.refuse(refusal, row)
        else:
            messages.success(request, _("The opinion is saved."))
            return redirect(row.url)
    status = 422 if form.errors else 200
    return render(request, "madda/rights/opinion_form.html", {"form": form, "opinion": row}, status=status)


@login_required
@require_POST
def gather(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Gather the chosen issues."""
    row = drafted(request, pk)
    chosen = RightsIssue.objects.visible_to(request.user).filter(
        pk__in=keys_in(request.POST.getlist("issue"))
    )
    try:
        GatherIssues(row, list(chosen), actor=actor_of(request)).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        return show_opinion(request, visible_opinion(request, pk), typed={"issues": chosen}, status=422)
    messages.success(request, _("The issues are gathered. Write reasons and addressee of each."))
    return redirect(row.url)


@login_required
@require_POST
def issue(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Issue the opinion as the person has read it."""
    row = visible_opinion(request, pk)
    given = request.POST.get("revision", "")
    revision = int(given) if given.isdecimal() and len(given) < 10 else -1
    try:
        issued = IssueOpinion(row, revision, actor=actor_of(request)).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        return show_opinion(request, visible_opinion(request, pk), status=422)
    messages.success(request, _("Opinion %(number)s is issued.") % {"number": issued.number})
    return redirect(row.url)


def drafted(request: HttpRequest, pk: UUID) -> Opinion:
    """An opinion that is not issued; 404 for others."""
    rows = Opinion.objects.visible_to(request.user).select_related("amendment", "instrument")
    return get_object_or_404(rows, pk=pk, issued_at=None)

"""Steps on the recommendations of an opinion that is not issued: written, changed, put elsewhere, taken out."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from consultations.views.requests import actor_of, looks_only, run
from rights.actions.issuing.edit_recommendation import EditRecommendation
from rights.actions.issuing.move_recommendation import MoveRecommendation
from rights.actions.issuing.remove_recommendation import RemoveRecommendation
from rights.actions.issuing.write_recommendation import WriteRecommendation
from rights.forms.recommendation_words import (
    EditOwnForm,
    NewRecommendationForm,
    RecommendationForm,
    content_of,
)
from rights.models import Recommendation
from rights.queries.opinion_issues import recommended_texts
from rights.queries.opinion_page import recommendation_lines
from rights.queries.repeated_wordings import repeated_in_words
from rights.views.office import warn_of_people, writers_only
from rights.views.opinion_steps import drafted

FORM = "madda/rights/recommendation_form.html"


@never_cache
@login_required
def write(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a recommendation on a provision, without an issue."""
    opinion = drafted(request, pk)
    writers_only(request)
    form = NewRecommendationForm(request.POST or None, texts=recommended_texts(request.user, opinion))
    is_checked = request.method == "POST" and not looks_only(request)
    if is_checked and form.is_valid():
        action = WriteRecommendation(
            opinion, form.place, form.content, actor=actor_of(request), key=form.form_key
        )
        try:
            row = action.execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, row, _("The recommendation is written."))
    errors = form.errors if is_checked else None
    context = {"form": form, "opinion": opinion, "errors": errors}
    return render(request, FORM, context, status=422 if errors else 200)


@never_cache
@login_required
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form of a recommendation. An issued one stands on its opinion, to which its readers are led."""
    issued = _visible(request).filter(pk=pk, opinion__issued_at__isnull=False).first()
    if request.method in ("GET", "HEAD") and issued is not None:
        return redirect(issued.url)
    row = _open_recommendation(request, pk)
    writers_only(request)
    kind = RecommendationForm if row.issue_id else EditOwnForm
    form = kind(request.POST or None, initial=content_of(row))
    is_checked = request.method == "POST" and not looks_only(request)
    if is_checked and form.is_valid():
        revision = form.cleaned_data["revision"]
        try:
            EditRecommendation(row, form.content, revision, actor=actor_of(request)).execute()
        except AmendmentsError as refusal:
            form.refuse(refusal, row.opinion)
        else:
            return _saved(request, row, _("The recommendation is saved."))
    errors = form.errors if is_checked else None
    line = recommendation_lines(request.user, [row])[0]
    repeated = repeated_in_words(request.user, row)
    context = {
        "form": form,
        "row": row,
        "opinion": row.opinion,
        "errors": errors,
        "line": line,
        "repeated": repeated,
    }
    return render(request, FORM, context, status=422 if errors else 200)


@login_required
@require_POST
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put a recommendation at another place."""
    row = _open_recommendation(request, pk)
    given = request.POST.get("place", "")
    place = int(given) if given.isdecimal() and len(given) < 6 else 0
    return run(
        request,
        lambda: MoveRecommendation(row, place, actor=actor_of(request)).execute(),
        _("“%(title)s” is number %(place)s now.") % {"title": row.title, "place": place},
        f"{row.opinion.url}#r-{place}",
        failed=row.opinion.url,
    )


@login_required
@require_POST
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a recommendation out."""
    row = _open_recommendation(request, pk)
    return run(
        request,
        lambda: RemoveRecommendation(row, actor=actor_of(request)).execute(),
        _("The recommendation is taken out."),
        row.opinion.url,
    )


def _saved(request: HttpRequest, row: Recommendation, words: str) -> HttpResponse:
    """Back to the opinion; to the form again, with a warning, if words look like the name or the address of somebody."""
    messages.success(request, words)
    if warn_of_people(request, (row.title, row.reasons, row.wording)):
        return redirect("rights:recommendation", row.pk)
    return redirect(row.url)


def _open_recommendation(request: HttpRequest, pk: UUID) -> Recommendation:
    rows = _visible(request).filter(opinion__issued_at=None)
    return get_object_or_404(rows.select_related("version__instrument", "version__draft"), pk=pk)


def _visible(request: HttpRequest) -> QuerySet[Recommendation]:
    joined = ("opinion__amendment", "opinion__instrument", "issue", "addressee")
    return Recommendation.objects.visible_to(request.user).select_related(*joined)

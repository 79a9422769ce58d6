"""The secretary enters comments that came by letter, by e-mail or at a hearing."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.errors import AmendmentsError
from amendments.models import Provision
from consultations.access.permissions import bodies_of
from consultations.actions.submissions.enter_on_behalf import EnterOnBehalf
from consultations.errors import ReasonNeeded, ReceivedAtNoTime, SourceNeeded
from consultations.forms.commenting import read_ranges, write_range
from consultations.forms.entering import EnterForm, ProvisionForm
from consultations.models import Round
from consultations.queries.comments.writing import Commented, commented_provision, provisions_numbered
from consultations.queries.rounds.managing import may_enter
from consultations.rules.choices import Range
from consultations.views.requests import actor_of, answers_scripts, looks_only, managed_round_of
from consultations.views.showing import names_of_files

SOURCE = "consultations.source"  # the session key for the source of the previous comment
FIELDS: dict[type[AmendmentsError], str] = {
    ReceivedAtNoTime: "received",
    ReasonNeeded: "late_reason",
    SourceNeeded: "source",
}


@login_required
def choose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose the provision that the comment is on, or the whole document."""
    round_ = managed_round_of(request, pk)
    form = ProvisionForm(request.GET if "number" in request.GET else None)
    found = provisions_numbered(round_.draft, form.cleaned_data["number"]) if form.is_valid() else []
    if len(found) == 1:
        return redirect("consultations:enter_on", pk, found[0].wording.provision)
    if form.is_valid() and not found:
        form.add_error("number", _("No provision of this draft has this number."))
    context = {"round": round_, "form": form, "found": found, "may_enter": may_enter(round_, timezone.now())}
    return render(request, "madda/consultations/enter.html", context, status=422 if form.errors else 200)


@answers_scripts
@login_required
def enter(request: HttpRequest, pk: UUID, provision: UUID | None = None) -> HttpResponse:
    """Enter the comment and its source."""
    round_ = managed_round_of(request, pk)
    commented = None
    if provision is not None:
        commented = commented_provision(round_.draft, get_object_or_404(Provision, pk=provision))
        if commented is None:
            raise Http404
    bodies = bodies_of(round_, timezone.now())
    if request.method != "POST":
        form = EnterForm(initial=_initial(request, round_, commented), institutions=bodies)
        return _show(request, round_, commented, form, [])
    form = EnterForm(request.POST, request.FILES, institutions=bodies)
    ranges = read_ranges(request.POST.getlist("range"))
    if not looks_only(request) and form.is_valid():
        answer = _entered(request, round_, commented, form, ranges)
        if answer is not None:
            return answer
    return _show(request, round_, commented, form, ranges)


def _initial(request: HttpRequest, round_: Round, commented: Commented | None) -> dict[str, object]:
    kept = request.session.get(SOURCE, {})
    source = kept["fields"] if kept.get("round") == str(round_.pk) else {}
    return {"proposed_text": commented.field_words if commented else "", **source}


def _entered(
    request: HttpRequest, round_: Round, commented: Commented | None, form: EnterForm, ranges: list[Range]
) -> HttpResponse | None:
    """Enter the comment. None if it is refused; the form then says why and keeps what was typed."""
    actor = actor_of(request, reason=form.cleaned_data["late_reason"])
    action = EnterOnBehalf(round_, form.body, [form.content(commented, ranges)], form.origin(), actor=actor)
    try:
        submission = action.execute()
    except AmendmentsError as refusal:
        form.add_error(FIELDS.get(type(refusal)), str(refusal))
        return None
    comment = submission.comments.get()
    words = _("%(number)s is entered on behalf of %(institution)s.")
    messages.success(request, words % {"number": comment.reference, "institution": form.body})
    if "another" not in request.POST:
        request.session.pop(SOURCE, None)
        return redirect(comment.url)
    fields = {name: request.POST.get(name, "") for name in EnterForm.SOURCE}
    request.session[SOURCE] = {"round": str(round_.pk), "fields": fields}
    return redirect("consultations:enter", round_.pk)


def _show(
    request: HttpRequest, round_: Round, commented: Commented | None, form: EnterForm, ranges: list[Range]
) -> HttpResponse:
    proposed = form["proposed_text"].value() or ""
    offered = {choice.range for choice in commented.choices} if commented else set()
    is_checked = form.is_bound and not looks_only(request)
    context = {
        "round": round_,
        "commented": commented,
        "form": form,
        "source_fields": [form[name] for name in EnterForm.SOURCE],
        "errors": form.errors if is_checked else None,
        "covers": ranges,
        "extra": [write_range(item) for item in ranges if item not in offered],
        "shown": commented.preview(proposed) if commented else None,
        "preview_url": reverse("consultations:preview", args=[round_.pk, commented.provision])
        if commented
        else "",
        "may_enter": may_enter(round_, timezone.now()),
        "lost_files": names_of_files(request),
    }
    return render(
        request, "madda/consultations/enter_comment.html", context, status=422 if context["errors"] else 200
    )

"""The legal check: the drafters ask for it, and the named reviewer reads the text and answers."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.call_back_check import CallBackCheck
from amendments.actions.checking.pass_check import PassCheck
from amendments.actions.checking.remove_finding import RemoveFinding
from amendments.actions.checking.return_check import ReturnCheck
from amendments.actions.checking.tick_finding import TickFinding
from amendments.actions.checking.write_finding import WriteFinding
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.errors.of_checks import DayInDoubt, FindingWithoutPlace
from amendments.forms.check_forms import AskCheckForm, FindingForm, ReturnForm
from amendments.models import CheckFinding, LegalCheck
from amendments.permissions import may_draft
from amendments.queries.law.acts import visible_amendments
from amendments.queries.showing.official_words import official_words
from amendments.queries.way.check_page import CheckPage, check_page
from amendments.queries.way.checking import reviewers_for
from amendments.queries.way.cited_provision import fully_cited

USUAL_DAYS = 5  # working days for a sign-off (Article 46 of the Constitutional Law on Normative Legal Acts)


@login_required
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """The drafters name the reviewer."""
    amendment = get_object_or_404(visible_amendments(request.user), pk=pk)
    if not may_draft(request.user, amendment):
        raise PermissionDenied
    reviewers = [person for person in reviewers_for(amendment) if person.pk != request.user.pk]
    initial = {"due": _in_working_days(localdate(), USUAL_DAYS)}
    given = request.POST if request.method == "POST" else None
    form = AskCheckForm(given, reviewers=reviewers, initial=initial)
    if request.method == "POST" and form.is_valid():
        actor = Actor.now(request.user, reason=form.cleaned_data["reason"])
        try:
            asked = AskCheck(amendment, form.chosen, form.cleaned_data["due"], actor=actor).execute()
        except DayInDoubt as refusal:
            form.add_error("due", str(refusal))
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request,
                _("%(reviewer)s has the text now. Until the answer nobody can change it.")
                % {"reviewer": asked.reviewer_label},
            )
            return redirect("amendments:check", asked.pk)
    context = {"page": amendment, "form": form, "has_reviewers": bool(reviewers)}
    return render(request, "madda/amendments/ask_check.html", context, status=422 if form.is_bound else 200)


@login_required
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The text with its instructions, the findings, and the answer."""
    return _show(request, _check(request, pk))


@login_required
@require_POST
def step(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    """Pass it, return it, call it back, write a finding."""
    row = _check(request, pk)
    actor = Actor.now(request.user, reason=request.POST.get("reason", ""))
    if name == "finding":
        return _write(request, row, actor)
    actions = {"pass": PassCheck, "return": ReturnCheck, "call-back": CallBackCheck}
    if name not in actions:
        raise Http404
    returning = ReturnForm(request.POST)
    if name == "return" and not returning.is_valid():
        return _show(request, row, returning=returning)
    try:
        done = actions[name](row, actor=actor).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        return redirect("amendments:check", row.pk)
    messages.success(request, _told(done))
    return _back(request, row)


@login_required
@require_POST
def finding_step(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    """Remove a finding, tick it off, take the tick away."""
    checks = LegalCheck.objects.visible_to(request.user)
    row = get_object_or_404(
        CheckFinding.objects.select_related("legal_check__amendment"), pk=pk, legal_check__in=checks
    )
    actor = Actor.now(request.user)
    try:
        if name == "remove":
            RemoveFinding(row, actor=actor).execute()
        elif name in ("tick", "untick"):
            TickFinding(row, is_done=name == "tick", actor=actor).execute()
        else:
            raise Http404
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    return _back(request, row.legal_check)


def _back(request: HttpRequest, row: LegalCheck) -> HttpResponse:
    """Where the button was pressed: the workspace, or the page of the check."""
    if request.POST.get("next") == "workspace":
        return redirect("amendments_admin:workspace", row.amendment_id)
    return redirect("amendments:check", row.pk)


def _check(request: HttpRequest, pk: UUID) -> LegalCheck:
    checks = LegalCheck.objects.visible_to(request.user).select_related("amendment", "reviewer")
    return get_object_or_404(checks, pk=pk)


def _write(request: HttpRequest, row: LegalCheck, actor: Actor) -> HttpResponse:
    page = check_page(request.user, row)
    form = _form(request, page)
    if form.is_valid():
        try:
            WriteFinding(row, form.data_of_finding(), actor=actor).execute()
        except AmendmentsError as refusal:
            form.add_error("cited" if isinstance(refusal, FindingWithoutPlace) else None, str(refusal))
        else:
            messages.success(request, _("The finding is written down."))
            return redirect(reverse("amendments:check", args=[row.pk]) + "#findings")
    return _show(request, row, form)


def _empty_form(page: CheckPage) -> FindingForm:
    """The form of a finding beside another one that is refused."""
    return FindingForm(acts=[each.act for each in page.acts], instructions=page.instructions)


def _form(request: HttpRequest, page: CheckPage) -> FindingForm:
    acts = [each.act for each in page.acts]
    names = ("instruction", "act", "cited")
    initial = {name: request.GET[name] for name in names if name in request.GET}
    linked = next((each for each in page.acts if str(each.act.pk) == initial.get("act")), None)
    if linked and "cited" in initial:
        initial["cited"] = fully_cited(linked.draft, initial["cited"])
    return FindingForm(request.POST or None, acts=acts, instructions=page.instructions, initial=initial)


def _show(
    request: HttpRequest,
    row: LegalCheck,
    form: FindingForm | None = None,
    *,
    returning: ReturnForm | None = None,
) -> HttpResponse:
    shows_all = request.GET.get("show") == "all"
    page = check_page(request.user, row, shows_all=shows_all)
    if form is None and page.may_answer:
        form = _form(request, page) if returning is None else _empty_form(page)
    words: dict[str, str] = {}
    for each in page.acts:
        for line in each.instructions:
            operation = line.step.said
            words[line.step.instruction.key] = official_words(each.act.instrument, operation, each.draft.tree)
    context: dict[str, Any] = {
        "page": row.amendment,
        "found": page,
        "form": form if page.may_answer else None,
        "returning": returning or ReturnForm(),
        "words": words,
        "shows_all": shows_all,
    }
    is_refused = returning is not None or (form is not None and form.is_bound and not form.is_valid())
    return render(request, "madda/amendments/check.html", context, status=422 if is_refused else 200)


def _told(done: LegalCheck) -> str:
    return {
        LegalCheck.Result.PASSED: _("The text has passed. The drafters can seal exactly this text."),
        LegalCheck.Result.RETURNED: _(
            "The text is returned. The drafters find your findings in their workspace."
        ),
        LegalCheck.Result.CALLED_BACK: _("The check is called back. You can change the text again."),
    }[LegalCheck.Result(done.result)]


def _in_working_days(day: date, days: int) -> date:
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day

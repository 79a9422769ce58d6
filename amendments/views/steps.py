"""The steps of an amendment through the states, each on a page that says what it asks and what stands in its way."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.take_back_step import TakeBackStep
from amendments.actions.publication.record_entry_days import RecordEntryDays
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError, DayAhead, DayTooEarly, NumberOfAmendedAct
from amendments.forms.step_forms import StepForm, TakeBackForm
from amendments.models import Amendment, StateChange
from amendments.queries.law.acts import visible_amendments
from amendments.queries.way.entry_days import acts_without_day
from amendments.queries.way.step_warnings import warnings_before
from amendments.queries.way.steps import OfferedStep, Way, offered_steps, taken_before
from amendments.states import ASKED, Asked, State


@login_required
def step(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """One step, for the drafters and the secretariat; it leads back to the page that offered it."""
    amendment = get_object_or_404(visible_amendments(request.user), pk=pk)
    if request.method == "POST" and (taken := taken_before(request.user, amendment, state)):
        return _taken(request, amendment, taken)
    offered = _offered(request, amendment, state)
    typed = [name for name, words in request.POST.items() if words]
    acts = acts_without_day(amendment, typed) if Asked.IN_FORCE in ASKED.get(offered.state, ()) else []
    form = StepForm(request.POST if request.method == "POST" else None, step=offered, acts=acts)
    if request.method == "POST" and form.is_valid():
        actor, details = Actor.now(request.user, reason=form.cleaned_data["reason"]), form.details()
        try:
            if offered.state == State.IN_FORCE and Way(amendment).is_ahead(details):
                RecordEntryDays(amendment, details, actor=actor).execute()
                return _dated(request, amendment)
            change = ChangeState(amendment, offered.state, actor=actor, details=details).execute()
        except DayAhead as refusal:
            form.add_error(Asked.DAY, str(refusal))
        except NumberOfAmendedAct as refusal:
            form.add_error(Asked.NUMBER, str(refusal))
        except DayTooEarly as refusal:
            form.add_error(refusal.asked, str(refusal))
        except AmendmentsError as refusal:
            if taken := taken_before(request.user, amendment, state):  # the other click was faster
                return _taken(request, amendment, taken)
            form.add_error(None, str(refusal))
        else:
            return _taken(request, amendment, change)
    warnings = [] if offered.obstacle else warnings_before(amendment, offered.state)
    context = {"page": amendment, "step": offered, "form": form, "back": back_to(request, amendment)}
    context["warnings"] = warnings
    return render(request, "madda/amendments/step.html", context, status=422 if form.is_bound else 200)


def _taken(request: HttpRequest, amendment: Amendment, change: StateChange) -> HttpResponse:
    words = _("The amendment is now: %(state)s.") % {"state": change.get_state_display()}
    messages.success(request, words)
    return HttpResponseRedirect(back_to(request, amendment))


def _dated(request: HttpRequest, amendment: Amendment) -> HttpResponse:
    one = _("The day of entry into force is recorded. Take this step when the day has come.")
    several = _("The days of entry into force are recorded. Take this step when the last of them has come.")
    days = {day for _act, day in Way(amendment).known_days}
    messages.success(request, several if len(days) > 1 else one)
    return HttpResponseRedirect(back_to(request, amendment))


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The last step was a mistake."""
    amendment = get_object_or_404(visible_amendments(request.user), pk=pk)
    form = TakeBackForm(request.POST)
    if not form.is_valid():
        context = {"page": amendment, "form": form, "back": back_to(request, amendment)}
        return render(request, "madda/amendments/take_back.html", context, status=422)
    actor = Actor.now(request.user, reason=form.cleaned_data["reason"])
    try:
        change = TakeBackStep(amendment, actor=actor).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        words = _("The step is taken back. The amendment is again: %(state)s.")
        messages.success(request, words % {"state": change.get_state_display()})
    return HttpResponseRedirect(back_to(request, amendment))


def _offered(request: HttpRequest, amendment: Amendment, state: str) -> OfferedStep:
    """403 for those whose step it is not, 404 for a state that there is not."""
    if state not in State.values:
        raise Http404
    found = next((each for each in offered_steps(request.user, amendment) if each.state == state), None)
    if found is None:
        raise PermissionDenied
    return found


def back_to(request: HttpRequest, amendment: Amendment) -> str:
    """The page of this site that offered the step; else that of the amendment."""
    given = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(given, {request.get_host()}, require_https=request.is_secure())
    return given if is_ours else str(amendment.url)

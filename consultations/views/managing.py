"""The secretary's desk: opening, changing and watching rounds."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.errors import AmendmentsError
from amendments.models import Draft
from amendments.permissions import holds_on
from amendments.queries.way.steps import next_steps
from consultations.access.powers import Power
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.errors import BadPeriod
from consultations.forms.institution_boxes import InstitutionsForm, typed_again
from consultations.forms.round_forms import (
    AcceptLateForm,
    CorrectAudienceForm,
    DeclineLateForm,
    OpenRoundForm,
    QuestionsForm,
)
from consultations.letters.rehearsal import rehearse
from consultations.models import Institution, Round
from consultations.models.institution import standing
from consultations.queries.rounds.managing import drafts_to_consult, managed_round, rounds_to_manage
from consultations.queries.rounds.round_audiences import (
    committee_seats,
    invited_last_time,
    open_audiences,
    readers_if_invited,
)
from consultations.queries.rounds.round_pages import RoundLine
from consultations.queries.rounds.round_states import is_not_yet_consulted, obstacle_of_state
from consultations.queries.vocabulary.rights_named import counted_in, rights_in
from consultations.values import DayKind, RoundAudience, RoundForm
from consultations.views.requests import actor_of, looks_only, managed_round_of, page_of, secretary_only
from consultations.views.round_steps import OWN_PAGE, STEPS


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """Show the drafts without a round, and all rounds."""
    secretary_only(request)
    now = timezone.now()
    rounds = rounds_to_manage(request.user)
    right = request.GET.get("right", "")
    rights = rights_in(request.user, rounds)
    counts = counted_in(request.user, right) if right in {row.code for row in rights} else {}
    rows = page_of(request, rounds.filter(pk__in=list(counts)) if right else rounds)
    context = {
        "drafts": drafts_to_consult(request.user),
        "rounds": [RoundLine(row, row.phase(now), naming=counts.get(row.pk, 0)) for row in rows],
        "rows": rows,
        "now": now,
        "rights": rights,
        "chosen_right": right,
    }
    return render(request, "madda/consultations/manage.html", context)


@login_required
def open_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open a round on a sealed draft."""
    secretary_only(request)
    drafts = Draft.objects.visible_to(request.user).select_related("amendment__referral")
    draft = get_object_or_404(drafts, pk=pk)
    if not holds_on(request.user, Power.OPEN_ROUND, draft.amendment):
        raise PermissionDenied
    audiences, rehearsed = open_audiences(draft), None
    offered = {"institutions": _readers(draft), "audiences": audiences}
    if _only_chooses(request):
        typed = typed_again(request.POST, OpenRoundForm, _many(request, draft))
        form = OpenRoundForm(initial=typed, **offered)
    else:
        form = OpenRoundForm(request.POST or None, initial=_usual(audiences), **offered)
    if form.is_bound and form.is_valid():
        try:
            action = OpenRound(draft, _plan(form), actor=actor_of(request))
            if "rehearse" in request.POST:
                rehearsed = rehearse(action)
            else:
                round_ = action.execute()
                messages.success(request, _("%(round)s is announced.") % {"round": round_})
                return redirect(round_.url)
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
    status = 422 if form.is_bound and rehearsed is None else 200
    context = {"draft": draft, "form": form, "audiences": audiences, "rehearsed": rehearsed}
    context |= _choices_of_many(draft) | _state_of(request, draft)
    return render(request, "madda/consultations/open_round.html", context, status=status)


def _state_of(request: HttpRequest, draft: Draft) -> dict[str, object]:
    """What the state of the amendment says to a round, and the steps that the secretary can take here."""
    amendment = draft.amendment
    is_early = is_not_yet_consulted(amendment)
    return {
        "obstacle": obstacle_of_state(amendment),
        "is_early": is_early,
        "next_steps": next_steps(request.user, amendment) if is_early else None,
    }


def _usual(audiences: list[RoundAudience]) -> dict[str, object]:
    """Everybody who may read the draft, for the usual number of days (`MADDA_ROUND_DAYS`, default 30)."""
    now = timezone.localtime()
    days = getattr(settings, "MADDA_ROUND_DAYS", 30)
    last = (now + timedelta(days=days)).replace(hour=23, minute=59)
    return {"opens": now, "closes": last, "audience": audiences[-1] if audiences else ""}


def _institutions() -> Any:
    return Institution.objects.filter(standing(timezone.now()))


def _readers(draft: Draft) -> Any:
    return _institutions().filter(readers_if_invited(draft, timezone.now()))


def _last_time(draft: Draft) -> frozenset[UUID]:
    """The institutions of the last round that can be invited to this one."""
    last = _readers(draft).filter(pk__in=invited_last_time(draft))
    return frozenset(last.values_list("pk", flat=True))


def _only_chooses(request: HttpRequest) -> bool:
    """Whether the form is only shown again: with found institutions, or with many of them ticked."""
    return request.method == "POST" and (looks_only(request) or "choose" in request.POST)


def _many(request: HttpRequest, draft: Draft) -> frozenset[UUID]:
    """The institutions that a button ticks at once."""
    if request.POST.get("choose") == "last":
        return _last_time(draft)
    if request.POST.get("choose") == "seats":
        return committee_seats(draft, timezone.now())
    return frozenset()


def _choices_of_many(draft: Draft) -> dict[str, int]:
    """How many institutions each of the buttons ticks."""
    return {"last_time": len(_last_time(draft)), "seats": len(committee_seats(draft, timezone.now()))}


def _plan(form: OpenRoundForm) -> RoundPlan:
    data = form.cleaned_data
    return RoundPlan(
        opens=data["opens"],
        closes=data["closes"].replace(second=59),  # the round is open until the end of the typed minute
        audience=RoundAudience(data["audience"]),
        form=RoundForm(data["form"]),
        day_kind=DayKind(data["day_kind"]),
        invited=tuple(data["invited"]),
        questions=data["questions"],
        hearing_at=data["hearing_at"],
        hearing_place=data["hearing_place"],
    )


@login_required
def manage_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One round: who has not answered, who asks to be accepted late, and the next steps."""
    round_ = managed_round_of(request, pk)
    managed = managed_round(round_, timezone.now())
    steps = [(name, None if name in OWN_PAGE else _form_of(round_, name, None)) for name in managed.steps]
    context = {
        "managed": managed,
        "round": round_,
        "steps": steps,
        "next_steps": next_steps(request.user, round_.amendment),
    }
    return render(request, "madda/consultations/manage_round.html", context)


@login_required
def round_step(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    """Do a step on a round, with a public reason."""
    round_ = managed_round_of(request, pk)
    if name not in STEPS:
        raise Http404
    form, rehearsed = _form_of(round_, name, request), None
    if form.is_bound and form.is_valid():
        try:
            action = STEPS[name][1](request, round_, form)
            if "rehearse" in request.POST:
                rehearsed = rehearse(action)
            else:
                action.execute()
                messages.success(request, _done(name))
                return redirect("consultations:manage_round", pk)
        except AmendmentsError as refusal:
            is_of_end = isinstance(refusal, BadPeriod) and "closes" in form.fields
            form.add_error("closes" if is_of_end else None, str(refusal))
    context = {"round": round_, "form": form, "name": name, "rehearsed": rehearsed}
    if name in OWN_PAGE:
        context |= _choices_of_many(round_.draft)
    status = 422 if form.is_bound and rehearsed is None else 200
    return render(request, "madda/consultations/round_step.html", context, status=status)


def _done(name: str) -> str:
    if name == "remind":
        return _("The reminders are on their way.")
    if name == "questions":
        return _("The questions are saved. Those who take part find them when the round opens.")
    if name == "decline-late":
        return _("The request is declined. Those who asked are told and can read the reason.")
    return _("Done. Everybody who may see the round can read the reason.")


def _form_of(round_: Round, name: str, request: HttpRequest | None) -> forms.Form:
    kind = STEPS[name][0]
    more: dict[str, Any] = {"auto_id": f"{name}-%s"}
    if issubclass(kind, InstitutionsForm):
        more["institutions"] = _readers(round_.draft)
    if kind is QuestionsForm:
        asked = round_.questions.values_list("text", flat=True)
        more["initial"] = {"questions": "\n".join(asked)}
    if kind is AcceptLateForm:
        more["institutions"] = _institutions()
        more["requests"] = round_.late_acceptances.exclude(person=None)
        more["initial"] = {"institution": request.GET.get("institution", "") if request is not None else ""}
    if kind is DeclineLateForm:
        asking = round_.late_acceptances.select_related("institution")
        more["requests"] = [row for row in asking if row.is_waiting]
        more["initial"] = {"asked": request.GET.get("request", "") if request is not None else ""}
    if kind is CorrectAudienceForm:
        invited = round_.invitations.values_list("institution_id", flat=True)
        # Those that are invited stay on offer when their seat has ended: else a correction would drop them.
        more |= {
            "institutions": more["institutions"] | Institution.objects.filter(pk__in=invited),
            "audiences": open_audiences(round_.draft),
            "initial": {"audience": round_.audience, "invited": list(invited)},
        }
    if request is not None and _only_chooses(request):
        more["initial"] = typed_again(request.POST, kind, _many(request, round_.draft))
        request = None
    form: forms.Form = kind(
        request.POST if request is not None and request.method == "POST" else None, **more
    )
    return form

"""The secretary's desk: opening, changing and watching rounds."""

from collections.abc import Callable
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
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.actions.rounds.invite_institutions import InviteInstitutions
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.actions.rounds.reopen_round import ReopenRound
from consultations.forms.rounds import AcceptLateForm, InviteForm, MoveEndForm, OpenRoundForm
from consultations.forms.whole_form import ReasonForm
from consultations.models import Institution, Round
from consultations.models.institution import standing
from consultations.powers import Power
from consultations.queries.managing import drafts_to_consult, managed_round, rounds_to_manage
from consultations.queries.rounds import RoundLine
from consultations.values import DayKind, RoundAudience, RoundForm
from consultations.views.requests import actor_of, managed_round_of, page_of, secretary_only


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """Show the drafts without a round, and all rounds."""
    secretary_only(request)
    now = timezone.now()
    rows = page_of(request, rounds_to_manage(request.user))
    context = {
        "drafts": drafts_to_consult(request.user),
        "rounds": [RoundLine(row, row.phase(now)) for row in rows],
        "rows": rows,
        "now": now,
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
    form = OpenRoundForm(request.POST or None, initial=_usual_times(), institutions=_institutions())
    if request.method == "POST" and form.is_valid():
        try:
            round_ = OpenRound(draft, _plan(form), actor=actor_of(request)).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(round)s is announced.") % {"round": round_})
            return redirect(round_.url)
    status = 422 if form.is_bound else 200
    context = {"draft": draft, "form": form, "released": _released(draft)}
    return render(request, "madda/consultations/open_round.html", context, status=status)


def _usual_times() -> dict[str, object]:
    """From now to the end of the last day after the usual number of days (`MADDA_ROUND_DAYS`, default 30)."""
    now = timezone.localtime()
    days = getattr(settings, "MADDA_ROUND_DAYS", 30)
    last = (now + timedelta(days=days)).replace(hour=23, minute=59)
    return {"opens": now, "closes": last, "audience": RoundAudience.PUBLIC}


def _institutions() -> Any:
    return Institution.objects.filter(standing(timezone.now()))


def _released(draft: Draft) -> list[str]:
    return [release.audience_label for release in draft.releases.all()]


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
    steps = [(name, _form_of(name, None)) for name in managed.steps]
    context = {"managed": managed, "round": round_, "steps": steps}
    return render(request, "madda/consultations/manage_round.html", context)


@login_required
def round_step(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    """Do a step on a round, with a public reason."""
    round_ = managed_round_of(request, pk)
    if name not in STEPS:
        raise Http404
    form = _form_of(name, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            STEPS[name][1](request, round_, form.cleaned_data)
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Done. Everybody who may see the round can read the reason."))
            return redirect("consultations:manage_round", pk)
    context = {"round": round_, "form": form, "name": name}
    return render(
        request, "madda/consultations/round_step.html", context, status=422 if form.is_bound else 200
    )


def _form_of(name: str, data: Any) -> forms.Form:
    kind = STEPS[name][0]
    more = {"institutions": _institutions()} if kind in (InviteForm, AcceptLateForm) else {}
    form: forms.Form = kind(data, auto_id=f"{name}-%s", **more)
    return form


Step = Callable[[HttpRequest, Round, dict[str, Any]], object]


def _extend(request: HttpRequest, round_: Round, data: dict[str, Any]) -> object:
    closes = data["closes"].replace(second=59)
    return ExtendRound(round_, closes, actor=actor_of(request, reason=data["reason"])).execute()


def _reopen(request: HttpRequest, round_: Round, data: dict[str, Any]) -> object:
    closes = data["closes"].replace(second=59)
    return ReopenRound(round_, closes, actor=actor_of(request, reason=data["reason"])).execute()


def _close(request: HttpRequest, round_: Round, data: dict[str, Any]) -> object:
    return CloseRound(round_, actor=actor_of(request, reason=data["reason"])).execute()


def _cancel(request: HttpRequest, round_: Round, data: dict[str, Any]) -> object:
    return CancelRound(round_, actor=actor_of(request, reason=data["reason"])).execute()


def _invite(request: HttpRequest, round_: Round, data: dict[str, Any]) -> object:
    return InviteInstitutions(round_, data["institutions"], actor=actor_of(request)).execute()


def _accept_late(request: HttpRequest, round_: Round, data: dict[str, Any]) -> object:
    actor = actor_of(request, reason=data["reason"])
    return AcceptLate(round_, data["institution"], data["until"].replace(second=59), actor=actor).execute()


STEPS: dict[str, tuple[Any, Step]] = {  # Any: a form class
    "extend": (MoveEndForm, _extend),
    "reopen": (MoveEndForm, _reopen),
    "close": (ReasonForm, _close),
    "cancel": (ReasonForm, _cancel),
    "invite": (InviteForm, _invite),
    "accept-late": (AcceptLateForm, _accept_late),
}

"""The steps that the secretary does on a round: the form of each, and the action that it makes."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from amendments.actions.base import BaseAction
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.correct_audience import CorrectAudience, UndoCorrection
from consultations.actions.rounds.decline_late import DeclineLate
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.actions.rounds.invite_institutions import InviteInstitutions
from consultations.actions.rounds.remind_silent import RemindSilent
from consultations.actions.rounds.reopen_round import ReopenRound
from consultations.actions.rounds.write_questions import WriteQuestions
from consultations.forms.round_forms import (
    AcceptLateForm,
    CorrectAudienceForm,
    DeclineLateForm,
    InviteForm,
    MoveEndForm,
    QuestionsForm,
)
from consultations.forms.whole_form import ReasonForm, WholeForm
from consultations.models import Round
from consultations.values import RoundAudience
from consultations.views.requests import actor_of

Step = Callable[[HttpRequest, Round, Any], BaseAction[Any]]  # Any: the form of the step


def _extend(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    closes = form.cleaned_data["closes"].replace(second=59)
    return ExtendRound(round_, closes, actor=actor_of(request, reason=form.cleaned_data["reason"]))


def _reopen(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    closes = form.cleaned_data["closes"].replace(second=59)
    return ReopenRound(round_, closes, actor=actor_of(request, reason=form.cleaned_data["reason"]))


def _close(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    return CloseRound(round_, actor=actor_of(request, reason=form.cleaned_data["reason"]))


def _cancel(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    return CancelRound(round_, actor=actor_of(request, reason=form.cleaned_data["reason"]))


def _invite(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    return InviteInstitutions(round_, form.cleaned_data["institutions"], actor=actor_of(request))


def _accept_late(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    actor = actor_of(request, reason=form.cleaned_data["reason"])
    return AcceptLate(round_, form.sender, form.cleaned_data["until"].replace(second=59), actor=actor)


def _decline_late(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    actor = actor_of(request, reason=form.cleaned_data["reason"])
    return DeclineLate(round_, form.declined, actor=actor)


def _correct(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    actor = actor_of(request, reason=form.cleaned_data["reason"])
    audience = RoundAudience(form.cleaned_data["audience"])
    return CorrectAudience(round_, audience, form.cleaned_data["invited"], actor=actor)


def _ask(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    return WriteQuestions(round_, form.cleaned_data["questions"], actor=actor_of(request))


def _undo(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    return UndoCorrection(round_, actor=actor_of(request, reason=form.cleaned_data["reason"]))


def _remind(request: HttpRequest, round_: Round, form: Any) -> BaseAction[Any]:
    return RemindSilent(round_, actor=actor_of(request))


OWN_PAGE = ("audience", "invite")  # steps whose list of institutions is too long for the page of the round
STEPS: dict[str, tuple[Any, Step]] = {  # Any: a form class
    "extend": (MoveEndForm, _extend),
    "reopen": (MoveEndForm, _reopen),
    "close": (ReasonForm, _close),
    "cancel": (ReasonForm, _cancel),
    "invite": (InviteForm, _invite),
    "audience": (CorrectAudienceForm, _correct),
    "questions": (QuestionsForm, _ask),
    "undo-audience": (ReasonForm, _undo),
    "accept-late": (AcceptLateForm, _accept_late),
    "decline-late": (DeclineLateForm, _decline_late),
    "remind": (WholeForm, _remind),
}

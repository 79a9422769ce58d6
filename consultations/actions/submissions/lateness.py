"""Marks what is sent after the closing time, with the reason of its acceptance."""

from typing import Any

from consultations.access.permissions import late_acceptance, phase_for
from consultations.actions.base import ConsultationAction
from consultations.models import Submission
from consultations.rules.phases import Phase


def mark_late(action: ConsultationAction[Any], submission: Submission) -> None:
    """Write the mark if the round is only open for this sender."""
    if phase_for(action.round, action.institution, action.user, action.actor.at) is not Phase.LATE:
        return
    acceptance = late_acceptance(action.round, action.institution, action.user)
    submission.late = True
    submission.late_reason = acceptance.reason if acceptance else ""

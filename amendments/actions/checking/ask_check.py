"""Asks a reviewer of the legal service to check the working text."""

from datetime import date
from typing import Any

from django.utils.timezone import localdate

from amendments.actions.base import BaseAction
from amendments.actions.drafting.change_state import enter
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.errors import AlreadyAdopted
from amendments.errors.of_checks import (
    DayInDoubt,
    FindingsNotTicked,
    NotAReviewer,
    NotCheckable,
    PassedAlready,
    UnderCheck,
)
from amendments.models import Amendment, LegalCheck, Version
from amendments.permissions import may_draft
from amendments.queries.drafting.working_text import WorkingText, working_text
from amendments.queries.way.checking import (
    has_right_to_review,
    last_answer,
    open_check,
    review_obstacle,
    unticked,
)
from amendments.states import NOT_DRAFTED_STATES, State


class AskCheck(BaseAction[LegalCheck]):
    """The drafters name the reviewer and the day of the answer. Until it, nobody changes the text.

    While the amendment is being drafted, it moves to the state of the legal check; later on, its state stays. Everybody
    who reads the amendment reads that step; the note is for the reviewer and the drafters, and stands on the check alone.
    """

    action_name = "amendments.ask_check"
    instance: Amendment

    def __init__(self, amendment: Amendment, reviewer: Any, due: date, *, actor: Actor) -> None:
        super().__init__(amendment, actor=actor)
        self.reviewer = reviewer
        self.due = due

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance)

    def done(self) -> LegalCheck | None:
        """The check that this reviewer has already."""
        return LegalCheck.objects.open().filter(amendment=self.instance, reviewer=self.reviewer).first()

    def perform(self) -> LegalCheck:
        """Write the check with the hash of the text that the reviewer gets."""
        self.check_again()
        self._refuse_untimely()
        text = working_text(self.instance)
        self._refuse_text(text)
        check = LegalCheck(
            amendment=self.instance,
            reviewer=self.reviewer,
            reviewer_label=str(self.reviewer),
            asked_at=self.actor.at,
            asked_by=self.actor.user,
            due=self.due,
            note=self.actor.reason,
            text_hash=text.hash,
        )
        attribute(check, self.actor)
        check.save(force_insert=True)
        if self.instance.state == State.DRAFTING:
            change = enter(self.instance, State.LEGAL_CHECK, self.actor.without_reason())
            self.touched("amendments.statechange", [change.pk])
        self.touched("amendments.amendment", [self.instance.pk])
        self.touched("amendments.legalcheck", [check.pk])
        return check

    def _refuse_untimely(self) -> None:
        if self.instance.state in NOT_DRAFTED_STATES:
            raise NotCheckable
        if Version.objects.filter(text_of__draft__amendment=self.instance).exists():
            raise AlreadyAdopted
        if standing := open_check(self.instance):
            raise UnderCheck(standing.reviewer_label, standing.due)
        if self.reviewer.pk == self.user.pk or not has_right_to_review(self.reviewer, self.instance):
            raise NotAReviewer
        if obstacle := review_obstacle(self.reviewer, self.instance):
            raise NotAReviewer(obstacle)
        if self.due < localdate(self.actor.at):
            raise DayInDoubt

    def _refuse_text(self, text: WorkingText) -> None:
        if text.refusal:
            raise text.refusal
        before = last_answer(self.instance)
        if before is None:
            return
        if before.is_passed and before.text_hash == text.hash:
            raise PassedAlready
        if left := unticked(before):
            raise FindingsNotTicked(finding.number for finding in left)

"""Corrects who may take part in a round that has not opened yet."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from wagtail.log_actions import registry as log_registry

from amendments.audit.actor import Actor
from consultations.actions.rounds.change_round import RoundChange
from consultations.actions.rounds.open_round import invite
from consultations.errors import AudienceTooWide, NothingCorrected
from consultations.models import Institution, Round, RoundNotice
from consultations.queries.rounds.round_audiences import open_audiences
from consultations.rules.phases import Feature
from consultations.values import RoundAudience, RoundStep

MINUTE = timedelta(minutes=1)


class CorrectAudience(RoundChange):
    """The secretary sets the audience and the invited institutions anew, with a public reason.

    The notice keeps what stood before. An invitation that is taken back is deleted: nobody could answer it yet.
    """

    action_name = "consultations.correct_audience"
    feature = Feature.CORRECT_AUDIENCE
    step = RoundStep.CORRECTED

    def __init__(
        self, round_: Round, audience: RoundAudience, institutions: Iterable[Institution], *, actor: Actor
    ) -> None:
        super().__init__(round_, actor=actor)
        self.audience = audience
        self.institutions = list(institutions)

    def done(self) -> Round | None:
        """The round, if the person made the same correction for the same reason last."""
        last = last_correction(self.instance)
        if last is None or (last.by, last.reason) != (self.actor.user, self.actor.reason):
            return None
        self.instance.refresh_from_db(fields=["audience"])
        return self.instance if _standing(self.instance) == self._wanted() else None

    def perform(self) -> Round:
        """Write audience and invitations. The draft must be released to all who may take part."""
        self.require_phase()
        self.require_public_reason()
        self.instance.refresh_from_db(fields=["audience"])
        before, wanted = _standing(self.instance), [row.pk for row in self.institutions]
        if self.audience not in open_audiences(self.instance.draft):
            raise AudienceTooWide
        if before == self._wanted():
            raise NothingCorrected
        self.instance.audience = self.audience
        self.instance.invitations.exclude(institution__in=wanted).delete()
        invite(self.instance, self.institutions, self.actor)
        return self.announce_step(self.instance.closes, before=before)

    def _wanted(self) -> dict[str, Any]:
        """Who may take part by this correction, as a notice keeps it."""
        invited = sorted(str(institution.pk) for institution in self.institutions)
        return {"audience": str(self.audience), "invited": invited}


class UndoCorrection(CorrectAudience):
    """The secretary takes back the last correction. That is a correction too, so it can be undone as well."""

    action_name = "consultations.undo_correction"

    def __init__(self, round_: Round, *, actor: Actor) -> None:
        last = last_correction(round_)
        before = last.before if last and last.before else _standing(round_)
        institutions = Institution.objects.filter(pk__in=before["invited"])
        super().__init__(round_, RoundAudience(before["audience"]), institutions, actor=actor)

    def done(self) -> Round | None:
        """The round, if the person took back the last correction for the same reason within a minute.

        Later it is the taking back that is taken back.
        """
        last = last_correction(self.instance)
        if last is None or (last.by, last.reason) != (self.actor.user, self.actor.reason):
            return None
        if self.actor.at - last.at > MINUTE:
            return None
        steps = log_registry.get_logs_for_instance(self.instance)
        was_undone = steps.filter(action=self.action_name, timestamp=last.at).exists()
        return self.instance if was_undone else None


def last_correction(round_: Round) -> RoundNotice | None:
    """The notice of the last correction; None if there was none."""
    return round_.notices.filter(step=RoundStep.CORRECTED).last()


def _standing(round_: Round) -> dict[str, Any]:
    """Who may take part now, as a notice keeps it."""
    invited = round_.invitations.values_list("institution_id", flat=True)
    return {"audience": str(round_.audience), "invited": sorted(map(str, invited))}

"""Reminds the institutions that have not answered."""

from datetime import timedelta

from wagtail.log_actions import registry as log_registry

from consultations.actions.base import RoundAction
from consultations.errors import RoundNotOpen
from consultations.models import Round
from consultations.rules.phases import Feature, Phase

HOUR = timedelta(hours=1)


class RemindSilent(RoundAction[Round]):
    """The secretary has a reminder sent to the silent institutions of an open round, besides those of the calendar."""

    action_name = "consultations.remind_silent"
    feature = Feature.INVITE

    def done(self) -> Round | None:
        """The round, if the institutions were reminded by hand within the hour."""
        lately = log_registry.get_logs_for_instance(self.instance).filter(
            action=self.action_name, timestamp__gt=self.actor.at - HOUR
        )
        return self.instance if lately.exists() else None

    def perform(self) -> Round:
        """Announce it; the letters listen."""
        self.require_phase()
        if self.instance.phase(self.actor.at) is not Phase.OPEN:
            raise RoundNotOpen
        self.touched("consultations.round", [self.instance.pk])
        return self.instance

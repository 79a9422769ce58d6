"""Says what became of a recommendation in a text."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.models import Version
from amendments.permissions import holds
from consultations.rules.outcome import Outcome
from rights.actions.base import is_own
from rights.errors import NotALaterText, NotIssuedYet, refuse_too_long
from rights.errors.of_follow_up import FollowedUpMeanwhile, StandsInText
from rights.models import FollowUp, Opinion, Recommendation
from rights.powers import Power
from rights.queries.follow_up import stories
from rights.queries.later_texts import later_texts
from rights.queries.office_texts import office_texts
from rights.shown_people import refuse_identifiers
from rights.values import FollowUpValue


class FollowUpRecommendation(BaseAction[FollowUp]):
    """Somebody of the office answers for one text. `seen` counts the answers that the person's page showed."""

    action_name = "rights.follow_up"
    instance: Recommendation

    def __init__(
        self,
        row: Recommendation,
        version: Version,
        value: FollowUpValue,
        *,
        actor: Actor,
        note: str = "",
        seen: int | None = None,
    ) -> None:
        super().__init__(row, actor=actor)
        self.version, self.value, self.seen = version, value, seen
        self.note = note.replace("\r\n", "\n").strip()

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office, which reads the text."""
        writes = holds(self.user, Power.READ) and holds(self.user, Power.WRITE)
        return writes and office_texts(self.user).contains(self.version)

    def done(self) -> FollowUp | None:
        """The same answer, if it is the newest one."""
        newest = self.instance.follow_ups.filter(taken_back_at=None).last()
        if newest is None or (newest.version_id, newest.by_id) != (self.version.pk, self.user.pk):
            return None
        return newest if (newest.value, newest.note) == (self.value, self.note) else None

    def perform(self) -> FollowUp:
        """Write the answer."""
        row = self.instance
        opinion = Opinion.objects.get(pk=row.opinion_id)
        if not opinion.is_issued:
            raise NotIssuedYet
        if not later_texts(self.user, opinion).filter(
            pk=self.version.pk, instrument=row.version.instrument_id, sealed_at__gt=row.version.sealed_at
        ):
            raise NotALaterText
        if self.seen is not None and self.seen != row.follow_ups.count():
            raise FollowedUpMeanwhile(is_own=is_own(row.follow_ups.order_by("place").last(), self.actor))
        refuse_too_long(self.note)
        refuse_identifiers(self.note)
        if self.value == FollowUpValue.NOT_ACCEPTED and not self.note and self._stands():
            raise StandsInText
        answer = FollowUp(recommendation=row, version=self.version, value=self.value.value, note=self.note)
        answer.at, answer.by = self.actor.at, self.user
        answer.place = row.follow_ups.count() + 1  # the recommendation is locked
        answer.save()
        self.touched(Opinion._meta.label_lower, [opinion.pk])
        return answer

    def _stands(self) -> bool:
        """Whether the recommended words stand in the text; the page says so beside the answer."""
        told = stories(self.user, self.instance.opinion, [self.instance])[self.instance.pk]
        text = next(one for one in told.texts if one.version.pk == self.version.pk)
        return text.outcome is Outcome.VERBATIM

"""Begins an opinion on an amendment or an act in force."""

from uuid import UUID

from amendments.audit.actor import Actor
from amendments.models import Amendment, Instrument
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.opinion_action import OpinionAction
from rights.errors.of_writing import BegunAlready
from rights.models import Opinion
from rights.queries.office_texts import office_texts


class DraftOpinion(OpinionAction[Opinion]):
    """Somebody of the office begins an opinion on what the office reads. `key` is that of the form."""

    action_name = "rights.draft_opinion"

    def __init__(
        self,
        about: Amendment | Instrument,
        content: OpinionContent,
        *,
        actor: Actor,
        key: UUID | None = None,
    ) -> None:
        super().__init__(Opinion(), actor=actor)
        self.about, self.content, self.key = about, content, key

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office, which reads what the opinion is on."""
        if not super().user_has_permission():
            return False
        texts = office_texts(self.user)
        if isinstance(self.about, Amendment):
            return texts.filter(draft__amendment=self.about).exists()
        return texts.filter(draft=None, instrument=self.about).exists()

    def done(self) -> Opinion | None:
        """The opinion that the same form began."""
        return Opinion.objects.filter(created_key=self.key).first() if self.key else None

    def perform(self) -> Opinion:
        """Write it."""
        opinion = self.instance
        self.content.put_into(opinion)
        self.content.check(opinion, self.actor.at)
        name = "amendment" if isinstance(self.about, Amendment) else "instrument"
        setattr(opinion, name, self.about)
        drafts = Opinion.objects.filter(issued_at=None, title=opinion.title, **{name: self.about})
        if self.key and drafts.exists():  # the browser's way back gives the form that was sent another key
            raise BegunAlready
        opinion.drafted_at, opinion.drafted_by = self.actor.at, self.user
        opinion.created_key = self.key
        self.touched(Opinion._meta.label_lower, [opinion.pk])
        return self.save(opinion)

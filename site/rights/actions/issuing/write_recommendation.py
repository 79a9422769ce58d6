"""Writes a recommendation that no issue stands behind."""

from collections.abc import Sequence
from uuid import UUID

from amendments.audit.actor import Actor
from amendments.models import Version
from consultations.queries.comments.operations import refuse_after_points
from rights.actions.base import key_for
from rights.actions.issuing.edit_recommendation import RecommendationContent
from rights.actions.issuing.opinion_action import OpinionAction
from rights.errors import NoTitle
from rights.errors.of_gathering import NotOfItsTexts
from rights.errors.of_writing import RecommendedAlready
from rights.models import Opinion, Recommendation
from rights.queries.opinion_issues import recommended_texts
from rights.shown_people import refuse_identifiers_in


class WriteRecommendation(OpinionAction[Recommendation]):
    """Somebody of the office writes it on a provision of a text of the opinion. `key` is that of the form."""

    action_name = "rights.write_recommendation"

    def __init__(
        self,
        opinion: Opinion,
        place: tuple[Version, UUID],
        content: RecommendationContent,
        *,
        actor: Actor,
        key: UUID | None = None,
    ) -> None:
        super().__init__(opinion, actor=actor)
        self.version, self.provision = place
        self.content, self.key = content, key

    def done(self) -> Recommendation | None:
        """The recommendation that the same form wrote."""
        own = Recommendation.objects.filter(opinion=self.instance)
        return own.filter(created_key=self.key).first() if self.key else None

    def perform(self) -> Recommendation:
        """Write it, and number all of them again."""
        opinion = self.read_again()
        texts: Sequence[Version] = recommended_texts(self.user, opinion)
        if self.version not in texts or not self.version.entries.filter(provision=self.provision).exists():
            raise NotOfItsTexts
        row = Recommendation(opinion=opinion, place=0, version=self.version, provision_id=self.provision)
        row.created_key = key_for(Recommendation, self.key)
        for name, value in self.content.fields().items():
            setattr(row, name, value)
        if not row.title:
            raise NoTitle
        if self.key:
            self._refuse_the_same(row)
        refuse_identifiers_in(row)
        refuse_after_points(row.version, row.provision_id, row.wording)
        self.save(row)
        self.number_again(opinion)
        self.saved(opinion)
        row.refresh_from_db()
        return row

    def _refuse_the_same(self, row: Recommendation) -> None:
        """A form that the browser brought back has another key than the one that was sent."""
        own = Recommendation.objects.filter(opinion=self.instance, title=row.title)
        if same := own.filter(version=row.version, provision=row.provision_id).first():
            raise RecommendedAlready(str(same.place))

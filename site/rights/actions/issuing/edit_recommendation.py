"""Changes a recommendation before its opinion is issued."""

from dataclasses import dataclass

from amendments.audit.actor import Actor
from consultations.models import Institution
from consultations.queries.comments.operations import refuse_after_points
from rights.actions.issuing.opinion_action import OpinionAction
from rights.errors import ChangedMeanwhile, NoTitle
from rights.models import Recommendation
from rights.shown_people import refuse_identifiers_in


@dataclass(frozen=True, slots=True)
class RecommendationContent:
    """What the office writes of a recommendation."""

    title: str
    reasons: str = ""
    wording: str = ""
    addressee: Institution | None = None
    rights: tuple[str, ...] | None = None  # of one without an issue; None: as they are

    def fields(self) -> dict[str, object]:
        """The values of the columns."""
        words = {name: getattr(self, name) for name in ("title", "reasons", "wording")}
        plain = {name: value.replace("\r\n", "\n").strip() for name, value in words.items()}
        named = {} if self.rights is None else {"rights": sorted(self.rights)}
        return {**plain, "addressee": self.addressee, **named}


class EditRecommendation(OpinionAction[Recommendation]):
    """Somebody of the office saves the form. `revision` is that of the opinion which the form showed."""

    action_name = "rights.edit_recommendation"

    def __init__(
        self, row: Recommendation, content: RecommendationContent, revision: int, *, actor: Actor
    ) -> None:
        super().__init__(row.opinion, actor=actor)
        self.row, self.content, self.revision = row, content, revision

    def done(self) -> Recommendation | None:
        """The recommendation, if it has this content already."""
        try:
            self.row.refresh_from_db()
        except Recommendation.DoesNotExist:  # somebody took it out of the opinion
            raise ChangedMeanwhile from None
        wanted = self.content.fields()
        return self.row if all(getattr(self.row, name) == value for name, value in wanted.items()) else None

    def perform(self) -> Recommendation:
        """Save the content."""
        opinion = self.read_again(self.revision)
        wanted = self.content.fields()
        if not wanted["title"]:
            raise NoTitle
        refuse_after_points(self.row.version, self.row.provision_id, str(wanted["wording"]))
        for name, value in wanted.items():
            setattr(self.row, name, value)
        refuse_identifiers_in(self.row)
        self.save(self.row)
        self.saved(opinion)
        return self.row

"""Changes the words of an opinion before it is issued."""

from dataclasses import dataclass
from datetime import date, datetime

from amendments.audit.actor import Actor
from rights.actions.issuing.opinion_action import OpinionAction
from rights.errors import DayIsPast, NoTitle
from rights.models import Opinion
from rights.queries.follow_up import is_overdue
from rights.shown_people import refuse_identifiers_in


@dataclass(frozen=True, slots=True)
class OpinionContent:
    """What the office writes of an opinion; `reply_by` is the day by which the addressees reply."""

    title: str
    language: str
    text: str = ""
    reply_by: date | None = None

    def put_into(self, opinion: Opinion) -> bool:
        """Put it into the row; whether anything changes."""
        if not self.title.strip():
            raise NoTitle
        wanted = {"title": self.title.strip(), "text": self.text.replace("\r\n", "\n").strip()}
        wanted |= {"language": self.language}
        changed = opinion.reply_by != self.reply_by
        changed |= any(getattr(opinion, name) != value for name, value in wanted.items())
        for name, value in wanted.items():
            setattr(opinion, name, value)
        opinion.reply_by = self.reply_by
        return changed

    def check(self, opinion: Opinion, at: datetime) -> None:
        """Refuse words of the row that show somebody, and a day of the reply that is over."""
        refuse_identifiers_in(opinion)
        if is_overdue(opinion, at):
            raise DayIsPast


class EditOpinion(OpinionAction[Opinion]):
    """Somebody of the office saves the form. `revision` is that of the opinion which the form showed."""

    action_name = "rights.edit_opinion"

    def __init__(self, opinion: Opinion, content: OpinionContent, revision: int, *, actor: Actor) -> None:
        super().__init__(opinion, actor=actor)
        self.content, self.revision = content, revision

    def done(self) -> Opinion | None:
        """The opinion, if it has these words already."""
        stored = Opinion.objects.get(pk=self.instance.pk)
        return None if self.content.put_into(stored) else stored

    def perform(self) -> Opinion:
        """Save the words."""
        opinion = self.read_again(self.revision)
        self.content.put_into(opinion)
        self.content.check(opinion, self.actor.at)
        return self.saved(opinion)

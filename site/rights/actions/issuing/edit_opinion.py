"""Changes the words of an opinion before it is issued."""

from amendments.audit.actor import Actor
from rights.actions.issuing.opinion_action import OpinionAction
from rights.errors import NoTitle
from rights.models import Opinion


class EditOpinion(OpinionAction[Opinion]):
    """Somebody of the office saves the form. `revision` is that of the opinion which the form showed."""

    action_name = "rights.edit_opinion"

    def __init__(
        self, opinion: Opinion, title: str, text: str, language: str, revision: int, *, actor: Actor
    ) -> None:
        super().__init__(opinion, actor=actor)
        self.words = {
            "title": title.strip(),
            "text": text.replace("\r\n", "\n").strip(),
            "language": language,
        }
        self.revision = revision

    def done(self) -> Opinion | None:
        """The opinion, if it has these words already."""
        stored = Opinion.objects.get(pk=self.instance.pk)
        is_same = all(getattr(stored, name) == value for name, value in self.words.items())
        return stored if is_same else None

    def perform(self) -> Opinion:
        """Save the words."""
        opinion = self.read_again(self.revision)
        if not self.words["title"]:
            raise NoTitle
        for name, value in self.words.items():
            setattr(opinion, name, value)
        return self.saved(opinion)

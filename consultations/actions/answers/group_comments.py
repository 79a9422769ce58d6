"""Groups comments that say the same. They get one answer; every text and author is kept."""

from collections.abc import Iterable

from amendments.audit.actor import Actor
from consultations.actions.answers.write_answer import Target, write_answer
from consultations.actions.base import CommentAction
from consultations.actions.sent_event import merge
from consultations.errors.of_states import MergedAlready, OfAnotherConsultation
from consultations.models import Comment, Submission
from consultations.rules.answer_kinds import Answer
from consultations.rules.phases import Feature


class GroupComments(CommentAction[list[Comment]]):
    """The secretary merges comments into one of them. Each other comment gets the answer "merged", which points to it."""

    action_name = "consultations.group_comments"
    feature = Feature.GROUP

    def __init__(self, main: Comment, others: Iterable[Comment], *, actor: Actor) -> None:
        super().__init__(main, actor=actor)
        self.others = list(others)

    def lock(self) -> None:
        """Lock the submissions of all of them in one order, so that two comments are not merged into each other."""
        keys = {comment.submission_id for comment in (self.instance, *self.others)}
        list(Submission.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
        super().lock()

    def done(self) -> list[Comment] | None:
        """The comments, if they are merged into this one already."""
        for comment in self.others:
            comment.refresh_from_db()
        return self.others if all(c.duplicate_of_id == self.instance.pk for c in self.others) else None

    def perform(self) -> list[Comment]:
        """Merge comments of the same consultation. A comment that is merged cannot have others merged into it."""
        self.require_phase()
        main = self.instance
        main.refresh_from_db()
        for comment in self.others:
            same = comment.submission.round.consultation_id == self.round.consultation_id
            if not same or comment.pk == main.pk:
                raise OfAnotherConsultation
            if main.duplicate_of_id:
                raise MergedAlready(main.reference)
            if comment.duplicates.exists():
                raise MergedAlready(comment.reference)
            merge(comment, main, self.actor)
            write_answer(comment, Answer.MERGED, [Target(comment=main)], self.actor)
        self.touched("consultations.comment", [main.pk, *(comment.pk for comment in self.others)])
        return self.others

"""Adds a translation of a comment. The comment itself stays as it was sent."""

from typing import Any

from django.conf import settings

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.errors import NothingChanged
from amendments.errors.of_translations import SameLanguage
from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.actions.base import refuse_unless_sent
from consultations.errors import NothingToTranslate
from consultations.errors.of_states import CoveredMeanwhile
from consultations.models import Comment, CommentTranslation
from consultations.queries.submissions.newest_cover import newest_cover


class TranslateComment(BaseAction[CommentTranslation]):
    """The secretary translates the reasons of a sent comment. The proposed wording stays in the language of the act.

    A withdrawn comment gets no translation, and shows none. `cover` is the key of the newest cover that the person has
    seen (0 = none): who translated other words than those that are shown now gets a `CoveredMeanwhile`.
    """

    action_name = "consultations.translate_comment"
    instance: Comment

    def __init__(
        self, comment: Comment, language: str, rationale: str, *, actor: Actor, cover: int | None = None
    ) -> None:
        super().__init__(comment, actor=actor)
        self.cover = cover
        self.language = language
        self.rationale = rationale.strip()

    def user_has_permission(self) -> bool:
        """Who translates the comments on the amendment and may read this one."""
        return may_translate_comment(self.user, self.instance)

    def perform(self) -> CommentTranslation:
        """Add the row."""
        self.check_again()
        refuse_unless_sent(self.instance)
        if self.cover not in (None, newest_cover(self.instance.pk)):
            raise CoveredMeanwhile
        if self.language == self.instance.language or self.language not in dict(settings.LANGUAGES):
            raise SameLanguage
        if not self.rationale or not self.instance.reasons_shown.strip():
            raise NothingToTranslate
        rows = CommentTranslation.objects.filter(comment=self.instance, language=self.language)
        standing = rows.shown().last()
        if standing is not None and standing.rationale == self.rationale:
            raise NothingChanged
        row = CommentTranslation.objects.create(
            comment=self.instance,
            language=self.language,
            rationale=self.rationale,
            written_at=self.actor.at,
            written_by=self.actor.user,
            written_by_label=str(self.actor.user),
        )
        self.touched("consultations.comment", [self.instance.pk])
        return row

    def subject(self, _result: CommentTranslation) -> Comment:
        """The comment, whose log only those read who may."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """In which language."""
        return {"comment": self.instance.reference, "language": self.language}


def may_translate_comment(user: Any, comment: Comment) -> bool:
    """Who translates the comments on the amendment and may read this one."""
    amendment = comment.submission.round.amendment
    is_readable = Comment.objects.visible_to(user).filter(pk=comment.pk).exists()
    return is_readable and holds_on(user, Power.TRANSLATE, amendment)

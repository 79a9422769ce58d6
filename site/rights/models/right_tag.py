"""Tags of the office: a provision, an instruction or somebody's comment, and a right that it touches."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from consultations.models.comment import Comment
from consultations.models.keys import RandomKey
from consultations.models.vocabulary import Right
from rights.models.visibility import TagQuerySet


class RightTag(RandomKey):
    """A right with which the office tagged one thing. Nobody else reads it, before and after an opinion.

    A provision keeps its key through all texts of its act, and an instruction through all drafts of its amendment, so that
    the tag stands in later ones too. `version` is the text in which it was tagged last; comments have none. A tag that was
    taken off stays, so that it can be put back.
    """

    right = models.ForeignKey(Right, models.PROTECT, related_name="tags")
    provision = models.ForeignKey(
        "amendments.Provision", models.PROTECT, null=True, related_name="right_tags"
    )
    instruction = models.ForeignKey(
        "amendments.Instruction", models.PROTECT, null=True, related_name="right_tags"
    )
    comment = models.ForeignKey(Comment, models.PROTECT, null=True, related_name="right_tags")
    version = models.ForeignKey("amendments.Version", models.PROTECT, null=True, related_name="+")
    tagged_at = models.DateTimeField()
    tagged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)

    objects = TagQuerySet.as_manager()
    history = audited()

    class Meta:
        verbose_name = _("tag with a right")
        verbose_name_plural = _("tags with rights")
        ordering: ClassVar[list[str]] = ["right", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(provision__isnull=False, instruction=None, comment=None, version__isnull=False)
                | Q(provision=None, instruction__isnull=False, comment=None, version__isnull=False)
                | Q(provision=None, instruction=None, comment__isnull=False, version=None),
                name="tag_of_one_thing",
            ),
            *(
                models.UniqueConstraint(fields=["right", name], name=f"right_tagged_once_on_a_{name}")
                for name in ("provision", "instruction", "comment")
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["-tagged_at"], name="newest_tags")]

    def __str__(self) -> str:
        return f"{self.right_id}"

"""Tags a provision, an instruction or a comment with rights."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.models import Instruction, Provision, Version
from amendments.permissions import holds
from consultations.errors import NotInVocabulary
from consultations.models import Comment, Right
from consultations.models.vocabulary import on_offer
from rights.errors import NoRight
from rights.models import RightTag
from rights.powers import Power

_NAMES = {Provision: "provision", Instruction: "instruction", Comment: "comment"}


@dataclass(frozen=True, slots=True)
class TagTarget:
    """What is tagged, and the text in which it stands; a comment stands in none."""

    row: Provision | Instruction | Comment
    version: Version | None = None

    @property
    def named(self) -> dict[str, Any]:
        """The field of a tag that names it."""
        return {_NAMES[type(self.row)]: self.row}

    def is_read_by(self, user: Any) -> bool:
        """Whether the person may read it, in this text."""
        if isinstance(self.row, Comment):
            return self.version is None and Comment.objects.visible_to(user).sent().contains(self.row)
        path = "entries__provision" if isinstance(self.row, Provision) else "sealed_instructions__instruction"
        found = Version.objects.visible_to(user).filter(**{path: self.row.pk})
        return self.version is not None and found.filter(pk=self.version.pk).exists()


class TagRights(BaseAction[list[RightTag]]):
    """Somebody of the office says which rights a thing touches. Rights that it has already stay as they are.

    A suggestion is a right like any other here: nobody but a person applies it.
    """

    action_name = "rights.tag_rights"

    def __init__(self, target: TagTarget, rights: Collection[str], *, actor: Actor) -> None:
        super().__init__(target.row, actor=actor)
        self.target, self.rights = target, sorted(set(rights))

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office, and reads what is tagged."""
        return (
            holds(self.user, Power.READ)
            and holds(self.user, Power.WRITE)
            and self.target.is_read_by(self.user)
        )

    def done(self) -> list[RightTag] | None:
        """The tags, if all of them stand."""
        own = RightTag.objects.filter(right__code__in=self.rights, removed_at=None, **self.target.named)
        standing = list(own)
        return standing if standing and len(standing) == len(self.rights) else None

    def perform(self) -> list[RightTag]:
        """Write the tags that are missing, and put back those that were taken off."""
        if not self.rights:
            raise NoRight
        found = {row.code: row for row in Right.objects.filter(on_offer(()), code__in=self.rights)}
        if unknown := [code for code in self.rights if code not in found]:
            raise NotInVocabulary(unknown[0])
        known = {tag.right_id: tag for tag in RightTag.objects.filter(**self.target.named)}
        tags = [known.get(right.pk) or RightTag(right=right, **self.target.named) for right in found.values()]
        changed = [tag for tag in tags if tag._state.adding or tag.removed_at is not None]
        for tag in changed:
            tag.version, tag.removed_at = self.target.version, None
            tag.tagged_at, tag.tagged_by = self.actor.at, self.user
            attribute(tag, self.actor)
            tag.save()
        self.touched(RightTag._meta.label_lower, [tag.pk for tag in changed])
        return changed

    def subject(self, result: list[RightTag]) -> RightTag:
        """The first tag: an entry on the provision or the comment would be read by others."""
        return result[0]

    def log_data(self) -> dict[str, Any]:
        """The codes of the rights."""
        return {"rights": self.rights}

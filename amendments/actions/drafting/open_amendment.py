"""Opens a draft amending act on the newest consolidated version of an act."""

from amendments.actions.base import BaseAction
from amendments.actions.importing.import_act import free_slug
from amendments.audit.actor import Actor
from amendments.models import Amendment, Section, StateChange, Version
from amendments.permissions import may_draft_in, may_draft_version
from amendments.states import State


class OpenAmendment(BaseAction[Amendment]):
    """A drafter opens an amendment in the section of the own body; an empty one of the same title is that one."""

    action_name = "amendments.open_amendment"

    def __init__(
        self, section: Section, base: Version, title: str, *, actor: Actor, summary: str = ""
    ) -> None:
        super().__init__(section, actor=actor)
        self.base = base
        self.title = title
        self.summary = summary

    def user_has_permission(self) -> bool:
        """Drafters of the section, on a text that they may read."""
        readable = may_draft_version(self.user, self.base) or Version.objects.visible_to(self.user).contains(
            self.base
        )
        return may_draft_in(self.user, self.instance) and not self.base.is_draft and readable

    def done(self) -> Amendment | None:
        """An empty one of the same title, by the same person."""
        same = Amendment.objects.child_of(self.instance).filter(
            title=self.title, base_version=self.base, owner=self.user, instructions=None, versions=None
        )
        return same.first()

    def perform(self) -> Amendment:
        """Create the page in its first state."""
        amendment = Amendment(
            title=self.title,
            slug=free_slug(self.instance, self.title, "amendment"),
            base_version=self.base,
            summary=self.summary,
            state=State.DRAFTING,
            owner=self.user,
            first_published_at=self.actor.at,
            last_published_at=self.actor.at,
        )
        self.instance.add_child(instance=amendment)
        StateChange.objects.create(
            amendment=amendment,
            state=State.DRAFTING,
            at=self.actor.at,
            by=self.actor.user,
            reason=self.actor.reason,
        )
        self.touched("amendments.amendment", [amendment.pk])
        return amendment

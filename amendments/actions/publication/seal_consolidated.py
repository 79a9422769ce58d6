"""Seals the text of an adopted draft as the consolidated act."""

from dataclasses import dataclass
from datetime import date

from amendments.actions.base import BaseAction, hold
from amendments.actions.publication.sealing import SealRequest, write_version
from amendments.audit.actor import Actor
from amendments.errors import NotAdoptable
from amendments.models import Amendment, Commencement, Version
from amendments.permissions import may_draft_version
from amendments.queries.adoption import adoption_desk
from amendments.queries.trees import tree_of


@dataclass(frozen=True, slots=True)
class Adoption:
    """The law by which a draft was adopted, and when it enters into force (None: undetermined)."""

    law_number: str
    in_force: date | None
    source: str = ""


class SealConsolidated(BaseAction[Version]):
    """The drafters of the body record that a draft became law: the last one of an adopted amendment, once."""

    action_name = "amendments.seal_consolidated"
    instance: Version

    def __init__(self, draft: Version, adoption: Adoption, *, actor: Actor) -> None:
        super().__init__(draft, actor=actor)
        self.adoption = adoption

    def user_has_permission(self) -> bool:
        """Drafters of the body, on a sealed draft."""
        return self.instance.is_draft and may_draft_version(self.user, self.instance)

    def lock(self) -> None:
        """The act: one text of it after the other."""
        hold(self.instance.instrument)

    def perform(self) -> Version:
        """Write the consolidated version with the text of the draft."""
        draft = self.instance
        desk = adoption_desk(Amendment.objects.get(pk=draft.amendment_id))
        if desk.obstacle:
            raise NotAdoptable(desk.obstacle)
        if desk.draft != draft:
            raise NotAdoptable
        request = SealRequest(
            draft.instrument,
            tree_of(draft),
            parent=desk.newest,
            text_of=draft,
            law_number=self.adoption.law_number,
        )
        version = write_version(request, self.actor)
        Commencement.objects.create(
            version=version,
            date=self.adoption.in_force,
            source=self.adoption.source or self.adoption.law_number,
            recorded_at=self.actor.at,
        )
        self.touched("amendments.version", [version.pk])
        return version

"""Opens a draft amending act on consolidated texts of one or several acts."""

from collections.abc import Iterable

from amendments.actions.base import BaseAction
from amendments.actions.importing.import_act import free_slug
from amendments.audit.actor import Actor
from amendments.errors import ActsNeeded
from amendments.models import AmendedAct, Amendment, Section, StateChange, Version
from amendments.permissions import may_draft_in
from amendments.states import State


class OpenAmendment(BaseAction[Amendment]):
    """A drafter opens an amendment in the section of the own body, on one consolidated text an act.

    With `is_concept` it begins as a concept, of which the drafting follows.

    If the person opens the same amendment a second time while it is empty, the first one is returned.
    """

    action_name = "amendments.open_amendment"

    def __init__(
        self,
        section: Section,
        bases: Iterable[Version],
        title: str,
        *,
        actor: Actor,
        summary: str = "",
        is_concept: bool = False,
    ) -> None:
        super().__init__(section, actor=actor)
        self.bases = list(bases)
        self.title = title
        self.summary = summary
        self.state = State.CONCEPT if is_concept else State.DRAFTING

    def user_has_permission(self) -> bool:
        """Drafters of the section, on texts that they may read."""
        return may_draft_in(self.user, self.instance) and all(
            may_amend(self.user, base) for base in self.bases
        )

    def done(self) -> Amendment | None:
        """An empty one of the same title on the same texts, by the same person."""
        same = Amendment.objects.child_of(self.instance).filter(
            title=self.title, owner=self.user, amended_acts__instructions=None, drafts=None
        )
        wanted = [base.pk for base in self.bases]
        return next((row for row in same.distinct() if _bases_of(row) == wanted), None)

    def perform(self) -> Amendment:
        """Create the page in its first state."""
        acts = {base.instrument_id for base in self.bases}
        if not acts or len(acts) < len(self.bases):
            raise ActsNeeded
        amendment = Amendment(
            title=self.title,
            slug=free_slug(self.instance, self.title, "amendment"),
            summary=self.summary,
            state=self.state,
            owner=self.user,
            first_published_at=self.actor.at,
            last_published_at=self.actor.at,
        )
        self.instance.add_child(instance=amendment)
        AmendedAct.objects.bulk_create(
            AmendedAct(amendment=amendment, instrument=base.instrument, base_version=base, order=order)
            for order, base in enumerate(self.bases, start=1)
        )
        StateChange.objects.create(
            amendment=amendment,
            state=self.state,
            at=self.actor.at,
            by=self.actor.user,
            reason=self.actor.reason,
        )
        self.touched("amendments.amendment", [amendment.pk])
        return amendment


def may_amend(user: object, base: Version) -> bool:
    """Whether a person may open an amendment on a text: a consolidated one that the person may read."""
    if base.is_draft:
        return False
    return base.is_drafted_by(user) or Version.objects.visible_to(user).contains(base)


def _bases_of(amendment: Amendment) -> list[object]:
    return list(amendment.amended_acts.values_list("base_version", flat=True))

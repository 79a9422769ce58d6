"""Turns a recommended wording into a proposed instruction."""

from django.db import models

from amendments.actions.base import BaseAction
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.audit.actor import Actor
from amendments.models import AmendedAct, Instruction
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.showing.kept import sealed_tree
from consultations.errors.of_states import ChangedSince
from consultations.queries.comments.operations import operation_for
from consultations.queries.comments.provision_parts import names_parts
from consultations.queries.comments.provision_texts import ProvisionWording, wordings
from rights.errors import NothingToTake, TakenAlready
from rights.models import Opinion, Recommendation, RecommendationInstruction
from rights.queries.taken import may_take, standing_links


class TakeRecommendation(BaseAction[Instruction]):
    """Drafters or the secretariat propose the wording, as it is recommended or changed. The drafters then take it in."""

    action_name = "rights.take_recommendation"
    instance: Recommendation

    def __init__(self, row: Recommendation, wording: str, *, actor: Actor, restate: bool = False) -> None:
        super().__init__(row, actor=actor)
        self.wording, self.restate = wording.replace("\r\n", "\n").strip(), restate

    def user_has_permission(self) -> bool:
        """Whether the person reads the issued opinion and may propose instructions to the drafters."""
        amendment = self.instance.opinion.amendment
        if amendment is None or not Opinion.objects.issued_to(self.user).contains(self.instance.opinion):
            return False
        return may_take(self.user, amendment)

    def done(self) -> Instruction | None:
        """The instruction that was proposed of the same wording already."""
        same = standing_links().filter(recommendation=self.instance, wording=self.wording).first()
        return same.instruction if same is not None else None

    def perform(self) -> Instruction:
        """Propose the instruction and link it."""
        row = self.instance
        act = self._act()
        if act is None or not self.wording:
            raise NothingToTake
        if standing_links().filter(recommendation=row).exists():
            raise TakenAlready
        as_recommended = self.wording.split() == row.wording.split()
        read = None if self.restate else self._read(act)
        operation = operation_for(act, str(row.provision_id), self.wording, read, has_parts=True)
        reason = self.actor.reason or row.reasons
        proposing = ProposeInstruction(act, operation, actor=self.actor, reason=reason, restate=self.restate)
        instruction = proposing.execute()
        RecommendationInstruction.objects.create(
            recommendation=row,
            instruction=instruction,
            wording=self.wording,
            as_recommended=as_recommended,
            at=self.actor.at,
            by=self.user,
        )
        self.touched(Opinion._meta.label_lower, [row.opinion_id])
        return instruction

    def _act(self) -> AmendedAct | None:
        """The act of the amendment that the recommendation is about."""
        row = self.instance
        if row.opinion.amendment is None:
            return None
        return row.opinion.amendment.amended_acts.filter(instrument=row.version.instrument_id).first()

    def _read(self, act: AmendedAct) -> ProvisionWording | None:
        """The text on which it was recommended: what the drafters changed there since then stays.

        A wording that names parts replaces all of them; raises `ChangedSince` where the drafters changed one.
        """
        row = self.instance
        if names_parts(self.wording):
            then, now = sealed_tree(row.version), working_draft(act).tree
            if self._parts(then) != self._parts(now):
                raise ChangedSince
        return wordings([row.version], [row.provision_id]).get((row.version_id, str(row.provision_id)))

    def _parts(self, tree: Tree) -> list[tuple[str, str, str, bool]]:
        own = tree.by_key.get(str(self.instance.provision_id))
        below = tree.family(own)[1:] if own is not None else ()
        return [(each.number, each.heading, each.text, each.repealed) for each in below]

    def subject(self, result: Instruction) -> models.Model:
        """The recommendation; proposing the instruction has an entry of its own."""
        return self.instance

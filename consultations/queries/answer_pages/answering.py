"""The page on which a comment is answered: texts, similar comments, and instructions to point at."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from amendments.errors import AmendmentsError
from amendments.instructions.operations import Operation
from amendments.models import Amendment, Instruction, Instrument, Provision
from amendments.queries.law.named_provisions import provisions_named
from amendments.queries.showing.table_lines import IN_TABLES
from amendments.text import cells
from consultations.access.permissions import may
from consultations.errors import NoSuchProvision, NotComparable, NumberInSeveralActs, NumberOfSeveral
from consultations.models import Comment, CommentInstruction, Disposition, DispositionTarget
from consultations.queries.answer_pages.answer_targets import TargetLine, targets_of
from consultations.queries.comments.comment_lines import Line, for_lines, lines
from consultations.queries.comments.operations import commented_act, operation_for
from consultations.queries.comments.proposals import ShownProposal, proposed_on, shown_proposal
from consultations.queries.comments.provision_texts import DraftTexts, ProvisionWording
from consultations.rules.answer_kinds import Kind
from consultations.rules.phases import Feature
from consultations.rules.proposed import Proposed
from consultations.rules.similarity import CommentText, similar_to
from consultations.values import CommentState

MOST_SIMILAR = 8


@dataclass(frozen=True, slots=True)
class AnswerDesk:
    """Everything on the page. `commented` is the provision in the draft, None if it is repealed."""

    comment: Comment
    amendment: Amendment
    line: Line
    commented: ProvisionWording | None
    language: str
    provision_key: str
    instrument: Instrument | None  # the commented act, None for the whole document
    disposition: Disposition | None
    target_number: str
    target_instruction: str
    target_effect: str
    instructions: tuple[Instruction, ...]
    similar: tuple[Line, ...]
    taken: (
        str  # the wording that the instruction took to which the answer points; "" if it came of no wording
    )
    may_propose: bool
    may_group: bool
    may_decide: bool
    targets: tuple[TargetLine, ...]  # what the answer points at, for whoever decides it

    @property
    def instruction_choices(self) -> list[tuple[str, str]]:
        """The instructions to point at, each with its act if there are several acts."""
        several = len({row.amended_act_id for row in self.instructions}) > 1
        return [
            (str(row.pk), f"{row.amended_act.instrument}: {row.in_words}" if several else row.in_words)
            for row in self.instructions
        ]

    @property
    def words(self) -> str:
        """The commented wording of the draft."""
        return self.commented.words if self.commented else ""

    @property
    def proposed(self) -> Proposed | None:
        """What the comment proposes for a provision, as it is read."""
        return self._read(self.comment.proposal_shown) if self.comment.proposal_shown else None

    @property
    def takes_wording(self) -> bool:
        """Whether there is something to turn into an instruction."""
        return bool(self.words) or (self.proposed is not None and self.proposed.is_new)

    @property
    def is_in_table(self) -> bool:
        """Whether the field shows cells."""
        return self.commented is not None and self.commented.kind in IN_TABLES

    @property
    def is_whole(self) -> bool:
        """Whether the comment proposes a whole wording, which needs no editing."""
        return self.takes_wording and self.proposed is not None and not self.proposed.is_words

    @property
    def is_in_working_text(self) -> bool:
        """Whether the working text has the proposed wording already, so that there is nothing to take."""
        try:
            self.operation(self.typed(self.starting_wording))
        except NotComparable:
            return True
        except AmendmentsError:
            return False  # taking it tells why it cannot be taken
        return False

    @property
    def starting_wording(self) -> str:
        """The proposal; if it is a few words, the draft, into which a person works them. As a field shows it."""
        if self.proposed is None or self.proposed.is_words:
            return self.commented.in_field if self.commented else ""
        return cells.in_field(self.proposed.text) if self.is_in_table else self.proposed.text

    def typed(self, wording: str) -> str:
        """A wording from the field as the law keeps it."""
        wording = wording.replace("\r\n", "\n")
        return self.commented.typed(wording) if self.commented else wording

    def preview(self, wording: str) -> ShownProposal | None:
        """The redline of the wording in the field against the draft."""
        read = self._read(self.typed(wording))
        return shown_proposal(read, self.commented) if read else None

    @property
    def shown_taken(self) -> ShownProposal | None:
        """The redline of the taken wording, for whoever decides the answer."""
        return self.preview(self.taken) if self.taken and self.may_decide else None

    def _read(self, wording: str) -> Proposed | None:
        return proposed_on(wording, self.commented, self.instrument) if self.instrument else None

    def operation(self, wording: str, *, over: bool = False) -> Operation:
        """The operation that a wording of the draft means on the working text of the commented act.

        What the working text has changed there since stays, unless the wording is written over it.
        """
        act = commented_act(self.comment)
        if act is None:
            raise NotComparable
        return operation_for(act, self.provision_key, wording, None if over else self.commented)

    def provision(self, number: str) -> Provision:
        """The one provision that a number or a citation names in the commented act of the draft.

        For a comment on the whole document, only one act may have it.
        """
        versions = self.comment.submission.round.draft.versions.all()
        if self.instrument is not None:
            versions = versions.filter(instrument=self.instrument)
        named = [provisions_named(version, number) for version in versions.select_related("instrument")]
        found = [keys for keys in named if keys]
        if not found:
            raise NoSuchProvision
        if len(found) > 1:
            raise NumberInSeveralActs
        if len(found[0]) > 1:
            raise NumberOfSeveral
        return Provision.objects.get(pk=found[0][0])


def answer_desk(user: Any, comment: Comment) -> AnswerDesk:
    """The desk for a comment that was read with `for_lines` and `visible_to`."""
    round_ = comment.submission.round
    amendment = round_.amendment
    anchor = next(iter(comment.anchors.all()), None)
    key = str(anchor.provision_id) if anchor else ""
    text = DraftTexts.of(round_.draft, [key]).draft(key) if key else None
    line = lines([comment], user)[0]
    disposition = Disposition.objects.filter(comment=comment).first()
    targets = list(disposition.targets.select_related("instruction")) if disposition else []
    is_open = comment.state == CommentState.SUBMITTED and comment.question_id is None

    def may_do(feature: Feature) -> bool:
        """Only a comment that stands is answered. The words of a withdrawn one are closed to most who answer."""
        return is_open and may(user, feature, round_, None, timezone.now())

    may_propose = may_do(Feature.PROPOSE_ANSWER)
    may_decide = disposition is not None and not disposition.is_decided and may_do(Feature.DECIDE_ANSWER)
    return AnswerDesk(
        comment,
        amendment,
        line,
        text if text and not text.is_repealed else None,
        line.language,
        key,
        anchor.version.instrument if anchor else None,
        disposition,
        _number(targets, comment),
        next((str(t.instruction_id) for t in targets if t.instruction_id), ""),
        next((t.effect for t in targets if t.effect), ""),
        tuple(_instructions(amendment, [t.instruction_id for t in targets if t.instruction_id])),
        tuple(_similar(user, comment)) if may_propose else (),
        _taken(comment, targets),
        may_propose=may_propose and not (disposition and disposition.is_decided),
        may_group=may_do(Feature.GROUP) and comment.duplicate_of_id is None,
        may_decide=may_decide,
        targets=tuple(targets_of(user, disposition, round_.draft)) if may_decide else (),
    )


def _instructions(amendment: Amendment, pointed: Iterable[UUID]) -> QuerySet[Instruction]:
    stands = Instruction.Status.PROPOSED, Instruction.Status.TAKEN
    rows = amendment.instructions.filter(Q(status__in=stands) | Q(pk__in=pointed))
    return rows.select_related("amended_act__instrument")


def _taken(comment: Comment, targets: Iterable[DispositionTarget]) -> str:
    pointed = [target.instruction_id for target in targets if target.instruction_id]
    links = CommentInstruction.objects.filter(comment=comment, instruction__in=pointed) if pointed else ()
    return next((link.wording for link in links), "")


def _number(targets: list[DispositionTarget], comment: Comment) -> str:
    provision = next((t.provision_id for t in targets if t.provision_id), None)
    if provision is None:
        return ""
    found = DraftTexts.of(comment.submission.round.draft, [provision]).draft(provision)
    return found.name if found else ""


def _said(comment: Comment) -> CommentText:
    words = f"{comment.reasons_shown} {comment.proposal_shown}"
    deletes = comment.kind == Kind.DELETE
    return CommentText(comment.pk, words, comment.proposal_shown, comment.stance, deletes=deletes)


def _similar(user: Any, comment: Comment) -> list[Line]:
    """Comments of the consultation that say nearly the same and are not answered yet, as suggestions."""
    others = (
        Comment.objects.visible_to(user)
        .sent()
        .filter(
            submission__round__consultation=comment.submission.round.consultation_id,
            question=None,
            duplicate_of=None,
            duplicates=None,
            disposition__decided_at=None,
        )
    )
    texts = (_said(other) for other in others.exclude(pk=comment.pk).iterator())
    near = similar_to(_said(comment), texts)[:MOST_SIMILAR]
    found = {line.comment.pk: line for line in lines(for_lines(Comment.objects.filter(pk__in=near)), user)}
    return [found[pk] for pk in near]

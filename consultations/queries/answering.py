"""What stands beside a comment when it is answered: the texts, similar comments, instructions to point at."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from amendments.models import Amendment, Instruction, Provision, VersionEntry
from amendments.redline.redline import Span
from amendments.redline.texts import diff_text
from consultations.errors import NotOnThisVersion
from consultations.models import Comment, Disposition, DispositionTarget
from consultations.permissions import may
from consultations.queries.comment_lines import Line, for_lines, lines
from consultations.queries.provision_texts import wordings
from consultations.rules.outcome import is_fragment
from consultations.rules.phases import Feature
from consultations.rules.similarity import Wording, similar_pairs

MOST_SIMILAR = 8


@dataclass(frozen=True, slots=True)
class AnswerDesk:
    """The page on which a comment is answered. `words` is the commented wording of the draft."""

    comment: Comment
    amendment: Amendment
    line: Line
    words: str
    provision_key: str
    disposition: Disposition | None
    target_number: str
    target_instruction: str
    target_effect: str
    instructions: tuple[Instruction, ...]
    similar: tuple[Line, ...]
    may_propose: bool
    may_group: bool
    may_decide: bool

    @property
    def starting_wording(self) -> str:
        """The proposal where it is a whole wording; else the draft, into which the words are worked by hand."""
        proposed = self.comment.proposed_text
        return self.words if not proposed or is_fragment(self.words, proposed) else proposed

    @property
    def proposes_fragment(self) -> bool:
        """Whether only a few words were proposed."""
        proposed = self.comment.proposed_text
        return bool(proposed) and is_fragment(self.words, proposed)

    def preview(self, wording: str) -> tuple[Span, ...]:
        """The wording against the draft."""
        return diff_text(self.words, wording.replace("\r\n", "\n").strip()) if self.words else ()

    def provision(self, number: str) -> Provision:
        """The provision with a printed number in the commented draft."""
        version = self.comment.submission.round.version
        entry = (
            VersionEntry.objects.filter(version=version, number=number.strip().rstrip("."))
            .select_related("provision")
            .first()
        )
        if entry is None:
            raise NotOnThisVersion
        return entry.provision


def answer_desk(user: Any, comment: Comment) -> AnswerDesk:
    """The desk for a comment that was read with `for_lines` and `visible_to`."""
    round_ = comment.submission.round
    amendment = round_.amendment
    anchor = next(iter(comment.anchors.all()), None)
    key = str(anchor.provision_id) if anchor else ""
    text = wordings([round_.version], [key]).get((round_.version_id, key)) if key else None
    disposition = Disposition.objects.filter(comment=comment).first()
    targets = list(disposition.targets.select_related("instruction")) if disposition else []
    now = timezone.now()

    def may_do(feature: Feature) -> bool:
        return may(user, feature, round_, None, now)

    may_propose = may_do(Feature.PROPOSE_ANSWER)
    return AnswerDesk(
        comment,
        amendment,
        lines([comment], user)[0],
        text.words if text and not text.is_repealed else "",
        key,
        disposition,
        _number(targets, comment),
        next((str(t.instruction_id) for t in targets if t.instruction_id), ""),
        next((t.effect for t in targets if t.effect), ""),
        tuple(amendment.instructions.exclude(status=Instruction.Status.WITHDRAWN)),
        tuple(_similar(user, comment)) if may_propose else (),
        may_propose=may_propose and not (disposition and disposition.is_decided),
        may_group=may_do(Feature.GROUP) and comment.duplicate_of_id is None,
        may_decide=may_do(Feature.DECIDE_ANSWER) and disposition is not None and not disposition.is_decided,
    )


def _number(targets: list[DispositionTarget], comment: Comment) -> str:
    provision = next((t.provision_id for t in targets if t.provision_id), None)
    if provision is None:
        return ""
    version = comment.submission.round.version
    found = wordings([version], [provision]).get((version.pk, str(provision)))
    return found.number if found else ""


def _similar(user: Any, comment: Comment) -> list[Line]:
    """Suggestions: comments of the consultation that say nearly the same and are not answered yet."""
    others = (
        Comment.objects.visible_to(user)
        .sent()
        .filter(
            submission__round__consultation=comment.submission.round.consultation_id,
            duplicate_of=None,
            duplicates=None,
            disposition__decided_at=None,
        )
    )
    texts = [Wording(c.pk, f"{c.rationale} {c.proposed_text}") for c in others.exclude(pk=comment.pk)]
    own = Wording(comment.pk, f"{comment.rationale} {comment.proposed_text}")
    near = [
        pair.second if pair.first == comment.pk else pair.first
        for pair in similar_pairs([own, *texts])
        if comment.pk in (pair.first, pair.second)
    ][:MOST_SIMILAR]
    found = {line.comment.pk: line for line in lines(for_lines(Comment.objects.filter(pk__in=near)), user)}
    return [found[pk] for pk in near]

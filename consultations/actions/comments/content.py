"""The content of a comment, and how it is written into rows, for drafts and for entries on behalf of others."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import prefetch_related_objects

from amendments.attaching.new_file import NewFile
from amendments.audit.actor import Actor
from consultations.actions.comments.anchoring import Chosen as Chosen, anchored
from consultations.actions.comments.naming import named_rows
from consultations.actions.references import new_reference
from consultations.models import Anchor, Comment, Institution, Round, Submission
from consultations.models.named import NAMED, Named
from consultations.rules.answer_kinds import Kind, Said, Stance, kind_of
from consultations.rules.benchmarks import TreatyArticle
from consultations.values import WORKING_STATES, Identity, Priority, Visibility


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that an author writes. Without `chosen`, the comment is on the whole document."""

    stance: Stance | None = None
    rationale: str = ""
    proposed_text: str = ""
    chosen: tuple[Chosen, ...] = ()
    kind: Kind | None = None  # None: `kind_of` decides
    visibility: Visibility = Visibility.PUBLIC
    identity: Identity = Identity.SHOWN
    language: str = "en"
    priority: Priority = Priority.MEDIUM
    rights: tuple[str, ...] = ()  # these and the next two are codes of the vocabularies
    grounds: tuple[str, ...] = ()
    treaties: tuple[TreatyArticle, ...] = ()
    in_reply_to: UUID | None = None
    question: UUID | None = None  # of the round, which the content answers
    files: tuple[NewFile, ...] = ()  # to be added to those that the comment has
    removed_files: frozenset[UUID] = frozenset()  # of those that it has

    @property
    def is_empty(self) -> bool:
        """Whether the author has said nothing yet. Chosen words alone say nothing."""
        said = self.stance or self.rationale.strip() or self.proposed_text.strip()
        return not (said or self.rights or self.grounds or self.treaties or self.files)


def working_submission(
    round_: Round, institution: Institution | None, actor: Actor, *, reference: str = ""
) -> Submission:
    person = None if institution else actor.user
    standing = (
        Submission.objects.select_for_update()
        .filter(round=round_, institution=institution, person=person, state__in=WORKING_STATES)
        .first()
    )
    return standing or Submission(
        round=round_,
        institution=institution,
        person=person,
        reference=new_reference(Submission, reference),
    )


def fill(comment: Comment, content: Content) -> bool:
    """Put the content into the row; False if nothing changes. `write_named` writes the rows that it names."""
    standing = _named_by(comment)
    comment.new_named = named_rows(content.rights, content.grounds, content.treaties, standing)
    said = Said(
        content.stance or Stance.NEUTRAL, content.rationale, content.proposed_text, not content.chosen
    )
    wanted = {
        "kind": (content.kind or kind_of(said)).value,
        "stance": content.stance.value if content.stance else "",
        "rationale": content.rationale,
        "proposed_text": content.proposed_text,
        "visibility": content.visibility.value,
        "identity": content.identity.value,
        "language": content.language,
        "priority": content.priority.value,
        "in_reply_to_id": content.in_reply_to,
        "question_id": content.question,
    }
    changed = comment.new_named.codes != standing.codes
    changed |= any(getattr(comment, name) != value for name, value in wanted.items())
    for name, value in wanted.items():
        setattr(comment, name, value)
    return changed


def _named_by(comment: Comment) -> Named:
    if comment._state.adding:
        return Named()
    prefetch_related_objects([comment], *NAMED)
    return comment.named


def anchors_for(round_: Round, chosen: Iterable[Chosen]) -> list[Anchor]:
    """Unsaved anchors with quote, context and hash. Raises `NotOnThisVersion` if no act of the draft has the words."""
    return anchored(Anchor, round_.draft.versions.select_related("parent"), chosen)


def replace_anchors(comment: Comment, anchors: list[Anchor]) -> bool:
    """Give the comment these anchors; False if it has them already."""
    standing = [_identity(anchor) for anchor in comment.anchors.all()]
    if standing == [_identity(anchor) for anchor in anchors]:
        return False
    comment.anchors.all().delete()
    for anchor in anchors:
        anchor.comment = comment
    Anchor.objects.bulk_create(anchors)
    return True


def _identity(anchor: Anchor) -> tuple[object, ...]:
    return (str(anchor.version_id), str(anchor.provision_id), anchor.field, anchor.start, anchor.end)

"""What the database keeps of consultations: all that was sent, what happened to it, and each answer once it is decided.

A comment is sent once it has its moment and its submission was received, and an answer is decided with its moment. Until
then people change them freely. Afterwards a comment changes in nothing but its state, what it is merged with and what
covers its words, and only as the sealed `SentEvent` says that was written before.
"""

from amendments.record.sealed_table import DIFFERS, IS_SAME, SealedTable, changes, sealed_table, stands
from consultations.models import (
    Anchor,
    Attachment,
    Comment,
    CoSignature,
    Disposition,
    DispositionTarget,
    NamedGround,
    NamedRight,
    NamedTreaty,
    SentEvent,
    Submission,
)
from consultations.models.sent_event import ENDINGS
from consultations.values import SentEventKind

_ENDING = ("state", "withdrawn_at", "withdrawal_reason")  # a withdrawal or replacement changes them
_COVER = ("shown_rationale", "shown_proposed_text", "covers_files")
_ENDINGS = ", ".join(f"'{kind.value}'" for kind in ENDINGS)
_MERGINGS = f"'{SentEventKind.MERGED.value}', '{SentEventKind.PARTED.value}'"


def sealed_of_consultations() -> list[SealedTable]:
    """Every table of this app in which something is sealed."""
    parts = (Anchor, Attachment, NamedRight, NamedGround, NamedTreaty)
    return [
        _submissions(),
        _comments(),
        *(
            _parts(model, _sent("OLD.comment_id"), _sent("NEW.comment_id"), _sent("s.comment_id"))
            for model in parts
        ),
        _answers(),
        _parts(
            DispositionTarget,
            _decided("OLD.disposition_id"),
            _decided("NEW.disposition_id"),
            _decided("s.disposition_id"),
        ),
        sealed_table(
            CoSignature, "(s.comment_id = NEW.comment_id AND s.institution_id = NEW.institution_id)"
        ),
        sealed_table(SentEvent),
    ]


def _submissions() -> SealedTable:
    ended = "s.submission_id = NEW.id AND s.comment_id IS NULL AND s.kind = NEW.state AND " + _ended_as_said()
    replaced = "s.received_at IS NOT NULL AND (s.id = NEW.id OR s.reference = NEW.reference)"
    changed = (
        f"{changes(Submission, _ENDING)} OR ({_only(Submission, _ENDING)} AND NOT {stands(SentEvent, ended)})"
    )
    return SealedTable(
        Submission._meta.db_table,
        stands(Submission, replaced),
        f"OLD.received_at IS NOT NULL AND ({changed})",
        "OLD.received_at IS NOT NULL",
    )


def _comments() -> SealedTable:
    ended = f"s.comment_id = NEW.id AND s.kind = NEW.state AND {_ended_as_said()}"
    merged = f"s.comment_id = NEW.id AND s.kind IN ({_MERGINGS})"
    newest = f"s.id = (SELECT MAX(s.id) FROM {SentEvent._meta.db_table} s WHERE {merged})"
    covered = f"s.comment_id = NEW.id AND s.kind = '{SentEventKind.COVERED.value}'"
    last = f"s.id = (SELECT MAX(s.id) FROM {SentEvent._meta.db_table} s WHERE {covered})"
    as_said = " AND ".join([last, *(f"s.{name} {IS_SAME} NEW.{name}" for name in _COVER)])
    changed = (
        f"{changes(Comment, (*_ENDING, *_COVER, 'duplicate_of'))}"
        f" OR ({_only(Comment, _ENDING)} AND NOT {stands(SentEvent, ended)})"
        f" OR (NEW.duplicate_of_id {DIFFERS} OLD.duplicate_of_id"
        f" AND NOT {stands(SentEvent, f'{newest} AND s.other_id {IS_SAME} NEW.duplicate_of_id')})"
        f" OR ({_only(Comment, _COVER)} AND NOT {stands(SentEvent, as_said)})"
    )
    same = "s.reference = NEW.reference OR s.created_key = NEW.created_key"
    same += " OR (s.submission_id = NEW.submission_id AND s.question_id = NEW.question_id AND s.state <> 'discarded')"
    replaced = f"s.submitted_at IS NOT NULL AND (s.id = NEW.id OR {same})"
    return SealedTable(
        Comment._meta.db_table,
        f"{stands(Comment, replaced)} OR ({_received('NEW')})",
        f"(({_received('OLD')}) AND ({changed})) OR (NOT ({_received('OLD')}) AND {_received('NEW')})",
        _received("OLD"),
    )


def _answers() -> SealedTable:
    said = "s.comment_id = NEW.comment_id AND s.at = NEW.decided_at AND s.by_id = NEW.decided_by_id"
    event = stands(SentEvent, f"s.kind = '{SentEventKind.DECIDED.value}' AND {said}")
    unsaid = f"(NEW.decided_at IS NOT NULL AND NOT {event})"
    replaced = "s.decided_at IS NOT NULL AND (s.id = NEW.id OR s.comment_id = NEW.comment_id)"
    return SealedTable(
        Disposition._meta.db_table,
        f"{stands(Disposition, replaced)} OR {unsaid}",
        f"OLD.decided_at IS NOT NULL OR {unsaid}",
        "OLD.decided_at IS NOT NULL",
    )


def _parts(
    model: type[Anchor | Attachment | NamedRight | NamedGround | NamedTreaty | DispositionTarget],
    of_old: str,
    of_new: str,
    of_standing: str,
) -> SealedTable:
    """Rows that belong to a comment or an answer: the conditions say when it is sealed."""
    return SealedTable(
        model._meta.db_table,
        f"{of_new} OR {stands(model, f's.id = NEW.id AND {of_standing}')}",
        f"{of_old} OR {of_new}",
        of_old,
    )


def _received(row: str) -> str:
    """Whether a row of comments was sent."""
    of_it = f"m.id = {row}.submission_id AND m.received_at IS NOT NULL"
    submission = f"EXISTS (SELECT 1 FROM {Submission._meta.db_table} m WHERE {of_it})"
    return f"{row}.submitted_at IS NOT NULL AND {submission}"


def _sent(key: str) -> str:
    """Whether the comment with this key was sent."""
    comments = f"{Comment._meta.db_table} c JOIN {Submission._meta.db_table} m ON m.id = c.submission_id"
    moments = "c.submitted_at IS NOT NULL AND m.received_at IS NOT NULL"
    return f"EXISTS (SELECT 1 FROM {comments} WHERE c.id = {key} AND {moments})"


def _decided(key: str) -> str:
    """Whether the answer with this key is decided."""
    answers = Disposition._meta.db_table
    return f"EXISTS (SELECT 1 FROM {answers} a WHERE a.id = {key} AND a.decided_at IS NOT NULL)"


def _only(model: type[Comment | Submission], names: tuple[str, ...]) -> str:
    """Whether an UPDATE changes one of these fields."""
    return changes(model, [field.name for field in model._meta.concrete_fields if field.name not in names])


def _ended_as_said() -> str:
    """Whether the new row agrees with the event `s`."""
    withdrawn = "s.at = NEW.withdrawn_at AND s.reason = NEW.withdrawal_reason"
    replaced = "NEW.withdrawn_at IS NULL AND NEW.withdrawal_reason = ''"
    kind = SentEventKind.WITHDRAWN.value
    return f"s.kind IN ({_ENDINGS}) AND ((s.kind = '{kind}' AND {withdrawn}) OR (s.kind <> '{kind}' AND {replaced}))"

"""The ten answers to a comment and the ten kinds of comment, with the parts that each requires."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What became of a comment."""

    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    ACCEPTED_IN_PRINCIPLE = "accepted_in_principle"
    NOT_ACCEPTED = "not_accepted"
    ALREADY_COVERED = "already_covered"
    OUT_OF_SCOPE = "out_of_scope"
    DEFERRED = "deferred"
    NOTED = "noted"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


NEEDS_REASON = frozenset(
    {
        Answer.ACCEPTED_IN_PART,
        Answer.ACCEPTED_IN_PRINCIPLE,
        Answer.NOT_ACCEPTED,
        Answer.ALREADY_COVERED,
        Answer.OUT_OF_SCOPE,
        Answer.DEFERRED,
    }
)
NEEDS_TARGET = frozenset(
    {
        Answer.ACCEPTED,
        Answer.ACCEPTED_IN_PART,
        Answer.ACCEPTED_IN_PRINCIPLE,
        Answer.ALREADY_COVERED,
        Answer.MERGED,
    }
)


class Kind(StrEnum):
    """What a comment asks for."""

    SUPPORT = "support"
    WORDING = "wording"
    INSERT = "insert"
    DELETE = "delete"
    CONCERN = "concern"
    QUESTION = "question"
    TECHNICAL = "technical"
    TRANSLATION = "translation"
    EVIDENCE = "evidence"
    GENERAL = "general"


class Stance(StrEnum):
    """What the author of a comment thinks of the draft."""

    SUPPORTS = "supports"
    SUPPORTS_WITH_CHANGES = "supports_with_changes"
    NEUTRAL = "neutral"
    OPPOSES = "opposes"
    NO_OBJECTION = "no_objection"


@dataclass(frozen=True, slots=True)
class Needs:
    """The parts that a comment of a kind must have before it can be sent."""

    proposed_text: bool = False
    rationale: bool = True


NEEDS: Mapping[Kind, Needs] = {
    Kind.SUPPORT: Needs(rationale=False),
    Kind.WORDING: Needs(proposed_text=True),
    Kind.INSERT: Needs(proposed_text=True),
    Kind.DELETE: Needs(),
    Kind.CONCERN: Needs(),
    Kind.QUESTION: Needs(),
    Kind.TECHNICAL: Needs(),
    Kind.TRANSLATION: Needs(proposed_text=True, rationale=False),
    Kind.EVIDENCE: Needs(),
    Kind.GENERAL: Needs(),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the author has written so far."""

    stance: Stance
    rationale: str = ""
    proposed_text: str = ""
    on_whole_document: bool = False


def kind_of(said: Said) -> Kind:
    """The kind that follows from what was written. The author can choose another one."""
    if said.on_whole_document:
        return Kind.GENERAL
    if said.proposed_text.strip():
        return Kind.WORDING
    if said.stance in (Stance.SUPPORTS, Stance.NO_OBJECTION):
        return Kind.SUPPORT
    return Kind.CONCERN


def missing(kind: Kind, said: Said) -> list[str]:
    """The names of the parts that are missing before it can be sent. A comment without reasons is not considered."""
    needs = NEEDS[kind]
    absent = []
    if needs.rationale and not said.rationale.strip():
        absent.append("rationale")
    if needs.proposed_text and not said.proposed_text.strip():
        absent.append("proposed_text")
    return absent

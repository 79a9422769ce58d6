"""The working text of an amended act: its instructions carried out one by one on the base."""

import uuid
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from amendments.instructions.course import Course, Listed, Outcome
from amendments.instructions.drafting_checks import (
    doubts,
    doubts_of_entry,
    doubts_of_new,
    doubts_of_order,
    doubts_of_typing,
    labelled_anew,
    worded_anew,
)
from amendments.instructions.entry_into_force import time_said
from amendments.instructions.execute import words_of
from amendments.instructions.operations import Op, Operation, from_json
from amendments.instructions.touches import Touch, WrittenOn, stale
from amendments.instructions.wording import Wording
from amendments.models import AmendedAct, Instruction, Instrument, Version
from amendments.plugins.registry import scheme_for, wording_for
from amendments.provisions.citing.citation_words import CitationWords
from amendments.provisions.messages import Message
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree
from amendments.queries.showing.kept import keep_course, kept_course
from amendments.queries.targets import written_on_base
from amendments.text.refusals import explain
from amendments.text.saying import say

TAKEN = Instruction.Status.TAKEN


@dataclass(frozen=True, slots=True)
class Step:
    """An instruction and what came of it."""

    instruction: Instruction
    outcome: Outcome
    text: Tree  # that the whole list gives

    @property
    def operation(self) -> Operation:
        """What was carried out, with the UUIDs of the provisions that it creates."""
        return self.outcome.listed.operation

    @property
    def said(self) -> Operation:
        """The same, as official wording names it."""
        return self.outcome.said

    @property
    def problem(self) -> str:
        """Why it was not carried out, in the reader's language; "" when it was."""
        refusal = self.outcome.refusal
        return explain(refusal, self.operation) if refusal else ""

    @property
    def doubts(self) -> list[str]:
        """What of it the drafter may not mean, in the reader's language; nothing of what was not carried out."""
        if self.outcome.refusal is not None:
            return []
        new = [each.key for each in self.outcome.touches if each.touch is Touch.INSERTS]
        moved = [each.key for each in self.outcome.touches if each.touch is Touch.RENUMBERS]
        numbered = [key for key in (*new, *moved) if key in self.text.by_key]
        asked = worded_anew if self.operation.op is Op.RESTATE else labelled_anew
        new += asked(self.outcome.before, self.text, self.touched)
        found = [
            *doubts(self.outcome.before, self.operation),
            *doubts_of_new(self.text, new),
            *doubts_of_order(self.text, numbered),
            *doubts_of_typing(self.outcome.tree, self.operation),
            *self._doubts_of_entry(),
        ]
        return [say(doubt) for doubt in found]

    def _doubts_of_entry(self) -> Iterator[Message]:
        """What may not be meant of the entry into force, beside that of the whole amendment."""
        if self.operation.op is not Op.COMMENCEMENT:
            return
        act = self.instruction.amended_act
        taken = Instruction.objects.filter(
            amended_act__amendment=act.amendment_id, status=TAKEN, op=Op.COMMENCEMENT.value
        )
        wording = wording_for(act.instrument.country, act.instrument.language)
        is_named = time_said(self.operation.new, wording) is not None
        said = {}
        for row in taken.exclude(pk=self.instruction.pk).order_by("amended_act__order", "order", "key"):
            words = str(row.operation.get("new", ""))
            # Two times of two acts are said of each article of the amending act
            if row.amended_act_id == act.pk or not (is_named and time_said(words, wording)):
                said[row.key] = words
        yield from doubts_of_entry(self.operation.new, said, wording)

    @property
    def is_stale(self) -> bool:
        """Whether the base holds another text than that on which it was written."""
        return bool(self.outcome.listed.stale)

    @property
    def created(self) -> tuple[str, ...]:
        """The names of the provisions that it brought."""
        return self.outcome.created

    @property
    def touched(self) -> tuple[str, ...]:
        """The UUIDs of all that it changed."""
        return self.outcome.touched


@dataclass(frozen=True)
class WorkingDraft:
    """The course of a list; `also` are instructions that are not, or not so, stored."""

    act: AmendedAct
    course: Course
    also: tuple[Instruction, ...] = ()

    @property
    def base(self) -> Tree:
        """The text of the base."""
        return self.course.base

    @property
    def tree(self) -> Tree:
        """The text that the list gives."""
        return self.course.tree

    def before(self, row: Instruction) -> Tree:
        """The text on which an instruction of the list is carried out, the working text for any other."""
        outcomes = (outcome.before for outcome in self.course.outcomes if outcome.listed.key == row.pk)
        return next(outcomes, self.tree)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every instruction with what came of it, in order."""
        rows: dict[Hashable, Instruction] = {
            row.pk: row for row in (*self.act.instructions.all(), *self.also)
        }
        return tuple(Step(rows[outcome.listed.key], outcome, self.tree) for outcome in self.course.outcomes)

    @property
    def problems(self) -> list[Step]:
        """Steps that were refused; the draft cannot be sealed while there are any."""
        return [step for step in self.steps if step.outcome.refusal]


def working_draft(act: AmendedAct, *, also: Iterable[Instruction] = ()) -> WorkingDraft:
    """Carry out every taken instruction in order; a refused one leaves the text as it is and says why.

    A list that has not changed since it was carried out is not carried out again, and of one that has, only what
    follows the first change. `also` are instructions not (or not so) stored: a preview of what a form would save.
    """
    also = tuple(also)
    course = _course_of(act)
    if also:
        course = course.with_listed([listed(row) for row in also], scheme_of(act))
    return WorkingDraft(act, course, also)


def _course_of(act: AmendedAct) -> Course:
    """The course of the list as it is stored now."""
    base, revision = _stored(act)
    kept = kept_course(act, base)
    if kept.revision == revision:
        return kept.course
    while True:
        rows = act.instructions.filter(status=TAKEN).order_by("order", "key")
        course = kept.course.continued(_listed_on(kept.course.base, act, rows), scheme_of(act))
        if _stored(act) == (base, revision):
            keep_course(act, base, course, revision)
            return course
        base, revision = _stored(act)  # somebody changed the list meanwhile
        kept = kept_course(act, base)


def _stored(act: AmendedAct) -> tuple[Version, int]:
    base, revision = AmendedAct.objects.values_list("base_version", "revision").get(pk=act.pk)
    is_loaded = act.base_version_id == base
    return act.base_version if is_loaded else Version.objects.get(pk=base), revision


def scheme_of(act: AmendedAct) -> Scheme:
    return scheme_for(act.instrument.country, act.instrument.language)


def wording_of(act: AmendedAct) -> Wording:
    return wording_for(act.instrument.country, act.instrument.language)


def run(base: Tree, instructions: Iterable[Instruction], scheme: Scheme) -> Course:
    """Carry out instructions on a base, one by one."""
    return Course(base).continued([listed(row) for row in instructions], scheme)


def carried_out_again(version: Version, base: Tree) -> Course:
    """The instructions of a sealed version, one by one on a base."""
    sealed = version.sealed_instructions.values_list("instruction_id", "operation")
    rows = [Instruction(pk=pk, operation=operation) for pk, operation in sealed]
    return run(base, rows, scheme_for(version.instrument.country, version.instrument.language))


def _listed_on(base: Tree, act: AmendedAct, rows: Iterable[Instruction]) -> list[Listed]:
    """The instructions of a list, each with what is no longer as it was when it was saved."""
    written_on = written_on_base(act)
    return [listed(row, base, written_on.get(row.pk, ())) for row in rows]


def listed(
    instruction: Instruction, base: Tree | None = None, written_on: Iterable[WrittenOn] = ()
) -> Listed:
    """An instruction as it is carried out."""
    operation = executable(instruction)
    changed = stale(base, operation, written_on) if base else ()
    return Listed(instruction.pk, (instruction.order or 0, instruction.key), operation, changed)


def executable(instruction: Instruction) -> Operation:
    """The operation with the UUIDs of the provisions that it creates."""
    return with_identities(instruction.pk, from_json(instruction.operation))


def with_identities(instruction: uuid.UUID, operation: Operation) -> Operation:
    """The operation of an instruction with the UUIDs of the provisions that it creates."""
    creates = {number: identity(instruction, key) for number, key in operation.creates.items()}
    return replace(operation, creates=creates)


def identity(instruction: uuid.UUID, key: str) -> str:
    """The UUID behind a key of `creates`; a provision that another instruction brought first stands under its UUID."""
    return str(_foreign(key) or uuid.uuid5(instruction, key))


def is_identity(key: str) -> bool:
    """Whether the key of a provision is a UUID, and not the eId of one that was only parsed or is not known yet."""
    return _foreign(key) is not None


def _foreign(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None


def citation_words(instrument: Instrument) -> CitationWords | None:
    """The words in which the provisions of an act are cited, None where its scheme has none."""
    return words_of(scheme_for(instrument.country, instrument.language))

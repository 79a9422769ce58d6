"""The record that an adoption writes into the consolidated text of an act, where the wording of its language has one."""

from amendments.instructions.law_record import AmendingLaw, Record, RecordFrame, frame_of, written
from amendments.models import Instruction, Instrument
from amendments.plugins.registry import scheme_for, wording_for
from amendments.queries.drafting.drafts import run
from amendments.queries.showing.trees import tree_of
from amendments.queries.way.adoption import ActToAdopt


def frame_for(instrument: Instrument) -> RecordFrame | None:
    """How the act keeps its record, None where its language has no frame for it."""
    return frame_of(wording_for(instrument.country, instrument.language))


def record_of(act: ActToAdopt, law: AmendingLaw | None) -> Record | None:
    """The text of an act with its record; None without a law or a frame."""
    frame = frame_for(act.instrument)
    if law is None or frame is None:
        return None
    scheme = scheme_for(act.instrument.country, act.instrument.language)
    base = tree_of(act.newest)
    sealed = act.version.sealed_instructions.values_list("instruction_id", "operation")
    course = run(base, [Instruction(pk=pk, operation=operation) for pk, operation in sealed], scheme)
    operations = [outcome.listed.operation for outcome in course.outcomes]
    heading = frame.changes_heading(act.instrument.type, act.instrument.title)
    return written(base, tree_of(act.version), operations, law, frame, scheme, heading)

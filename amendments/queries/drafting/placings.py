"""What the marks of a file mean on the working text of an act, and what of it taking in would refuse."""

from amendments.errors import AmendmentsError
from amendments.markings.placed_changes import place
from amendments.markings.placing_result import PlacedChange, Placing
from amendments.models import Instruction, MarkedFile
from amendments.provisions.messages import Message
from amendments.queries.drafting.drafts import WorkingDraft, scheme_of
from amendments.queries.drafting.marked_files import margin_notes, markup_in, moment_of, short_name
from amendments.queries.drafting.plans import planned, write_operation

_ASKED = "?"  # the key of no stored instruction


def placing_of(file: MarkedFile, draft: WorkingDraft) -> Placing:
    """What each mark means on the working text as it stands now.

    A change that no instruction of the list could make is listed with the reason. Comments may be notes of other files.
    """
    placing = place(markup_in(file.markup), draft.base, draft.tree, scheme_of(draft.act))
    refusals = {change.number: _refusal(draft, change) for change in placing.changes}
    placing.leave_placed({number: why for number, why in refusals.items() if why is not None})
    _leave_noted(placing, draft)
    return placing


def rows_of(draft: WorkingDraft, change: PlacedChange) -> list[Instruction]:
    """The proposals that a change becomes, without keys; raises what an action refuses."""
    rows = []
    for operation in change.operations:
        row = Instruction(amended_act=draft.act, key=_ASKED, status=Instruction.Status.PROPOSED)
        write_operation(draft, row, operation)
        rows.append(row)
    return rows


def _refusal(draft: WorkingDraft, change: PlacedChange) -> Message | None:
    """Why the list cannot take in a change; None if it can."""
    try:
        for row in rows_of(draft, change):
            planned(draft, row)
    except AmendmentsError as refusal:
        return Message(str(refusal))
    return None


def _leave_noted(placing: Placing, draft: WorkingDraft) -> None:
    kept = {
        (str(note.provision), note.text, note.author, note.written_at)
        for notes in (margin_notes(draft.act) if placing.notes else {}).values()
        for note in notes
    }
    for note in list(placing.notes):
        if (note.provision, note.text, short_name(note.author), moment_of(note.at)) in kept:
            placing.notes.remove(note)
            placing.noted.append(note)

"""What the marks of a file mean on the working text of an act, and what of it taking in would refuse."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from django.utils import timezone
from django.utils.translation import get_language

from amendments.errors import AmendmentsError
from amendments.long_work.progress import allow, shared_cache, step, stop
from amendments.markings.placed_changes import place
from amendments.markings.placing_result import PlacedChange, Placing
from amendments.markings.unplaced import repealed_by
from amendments.models import AmendedAct, Instruction, MarkedFile
from amendments.provisions.messages import Message
from amendments.queries.drafting.drafts import WorkingDraft, scheme_of
from amendments.queries.drafting.marked_files import (
    margin_notes,
    markup_in,
    moment_of,
    short_name,
    text_left_from,
)
from amendments.queries.drafting.plans import planned, write_operation
from amendments.queries.drafting.repeals import repealing
from amendments.queries.showing.kept import sealed_tree

_ASKED = "?"  # the key of no stored instruction
_KEPT_FOR = 15 * 60  # seconds, from the page to the taking in
_WAITED_FOR = 5 * 60  # seconds after which a placing is asked for again
MOST_AT_ONCE = 40  # changes that are placed and taken in while the drafter waits: two seconds on a code of 3,000 provisions


def placing_of(file: MarkedFile, draft: WorkingDraft) -> Placing:
    """What each mark means on the working text as it stands now.

    A change that no instruction of the list could make is listed with the reason. Comments may be notes of other files.
    """
    key = _key(file)
    placing: Placing | None = shared_cache().get(key) if takes_long(file) else None
    if placing is None:
        placing = _placed(file, draft)
        if takes_long(file) and _key(file) == key:
            shared_cache().set(key, placing, _KEPT_FOR)
    _leave_noted(placing, draft)
    return placing


def takes_long(file: MarkedFile) -> bool:
    """Whether the worker places and takes in the marks."""
    return len(file.markup.get("edits", ())) > MOST_AT_ONCE


def is_placed(file: MarkedFile) -> bool:
    """Whether the marks are placed on the text as it stands now, or need not wait for the worker."""
    return not takes_long(file) or _key(file) in shared_cache() or bool(shared_cache().get(_failed(file)))


def is_first_to_ask(file: MarkedFile) -> bool:
    """Whether nobody waits for the placing yet; from now on somebody does."""
    is_first = shared_cache().add(_asked(file), timezone.now(), _WAITED_FOR)
    if is_first:
        allow(placing_name(file))
    return is_first


def asked_at(file: MarkedFile) -> datetime | None:
    """Since when somebody waits for the placing; None where nobody does."""
    found: datetime | None = shared_cache().get(_asked(file))
    return found


def stop_placing(file: MarkedFile) -> None:
    """Nobody waits for the placing any more: the worker stops, and whoever opens the page asks for it again."""
    stop(placing_name(file))
    shared_cache().delete(_asked(file))


def placing_name(file: MarkedFile) -> str:
    """Under which the progress of the placing is told: readers of another language have one of their own."""
    return f"{file.pk}.placing.{get_language()}"


def note_failed(file: MarkedFile) -> None:
    """The worker could not place the marks: the page does it and says why."""
    shared_cache().set(_failed(file), True, _WAITED_FOR)


def _key(file: MarkedFile) -> str:
    """The name under which a placing is kept: the list may change, and its refusals are in one language."""
    base, revision = AmendedAct.objects.values_list("base_version", "revision").get(pk=file.amended_act_id)
    return f"amendments.placing.{file.pk}.{base}.{revision}.{get_language()}"


def _asked(file: MarkedFile) -> str:
    return f"{_key(file)}.asked"


def _failed(file: MarkedFile) -> str:
    return f"{_key(file)}.failed"


def _placed(file: MarkedFile, draft: WorkingDraft) -> Placing:
    markup = markup_in(file.markup)
    text = text_left_from(draft.act, markup.left_from)
    left_from = sealed_tree(text) if text else None
    refusal = partial(_refusal, draft)
    placing = place(
        markup, draft.base, draft.tree, scheme_of(draft.act), left_from=left_from, refusal=refusal
    )
    placing.left = [replace(each, why=_with_instruction(draft, each.why)) for each in placing.left]
    refusals = {change.number: _refusal(draft, change) for change in placing.changes}
    placing.leave_placed({number: why for number, why in refusals.items() if why is not None})
    return placing


def _with_instruction(draft: WorkingDraft, why: Message) -> Message:
    """The reason, with the instruction of the list that repeals the provision."""
    key = why.values.get("key")
    row = repealing(draft, str(key)) if key else None
    return repealed_by(row.key, str(why.values["provision"])) if row else why


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
    step(1)
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

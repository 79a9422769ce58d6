"""The drafters' workspace in Wagtail's admin: the list of instructions beside the working text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amendments.links import Link
from amendments.models import (
    AmendedAct,
    CheckFinding,
    Fold,
    Instruction,
    Instrument,
    MarginNote,
    MarkedChange,
    Version,
)
from amendments.provisions.tree import OUTSIDE_THE_LAW
from amendments.queries.drafting.drafts import Step, WorkingDraft, is_identity, working_draft
from amendments.queries.drafting.folds import Holders, off_the_law
from amendments.queries.drafting.left_citing import left_citing
from amendments.queries.drafting.marked_files import margin_notes, marked_by
from amendments.queries.drafting.proposers import Proposer, proposers
from amendments.queries.drafting.sources import sources_of
from amendments.queries.drafting.touching import also_touched, worked_touches
from amendments.queries.showing.official_words import official_words, unsaid
from amendments.queries.showing.readings import preview
from amendments.queries.showing.rows import Row
from amendments.queries.way.adoption import adoption_desk
from amendments.queries.way.check_page import findings_by_place
from amendments.queries.way.checking import TextState, check_standing
from amendments.queries.way.steps import next_steps
from amendments.views.cms.frame import (
    act_query,
    furniture_of,
    gist,
    own_act,
    own_amendment,
)


@dataclass(frozen=True, slots=True)
class InstructionLine:
    """An instruction in the list: its place, its neighbours, official wording and problem."""

    step: Step
    place: int
    words: str
    problem: str
    above: str
    below: str
    folded: tuple["FoldedLine", ...] = ()
    sources: tuple[Link, ...] = ()
    findings: tuple[CheckFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class FoldedLine:
    """An instruction whose words another one says; it can be left out where its own fold brought that about.

    With an instruction that is withdrawn it comes back.
    """

    row: Instruction
    gist: str
    holder: str
    is_undoable: bool
    sources: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A provision of the working text: whether it can be edited in place, the instructions that made it, notes."""

    row: Row
    is_editable: bool
    instructions: tuple[Instruction, ...]
    notes: tuple[MarginNote, ...]


@dataclass(frozen=True, slots=True)
class ActTab:
    """An act to choose: how many instructions are in its draft, and how many wait."""

    instrument: Instrument
    taken: int
    waiting: int
    is_shown: bool


def workspace(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of one act, the proposals of others on it, and the redline that they give."""
    amendment = own_amendment(request, pk)
    act = own_act(request, amendment)
    prefetch_related_objects([act], "instructions")
    draft = working_draft(act)
    adoption = adoption_desk(amendment)
    shows_all = request.GET.get("show") != "changed"
    folded = _folded(act.instructions.all(), request.user)
    acts = _acts(act)
    off = off_the_law(draft)
    standing = check_standing(amendment, draft)
    placed = findings_by_place(standing.findings)
    context = {
        "amendment": amendment,
        "act": act,
        "acts": acts,
        "has_instructions": any(each.taken for each in acts),
        "in_act": act_query(act),
        "lines": _lines(act, draft, folded, off, placed, request.user),
        "standing": standing,
        "placed": placed,
        "without_words": folded.get("", ()),
        "proposed": _proposed(act, request.user),
        "withdrawn": [(row, folded.get(row.key, ())) for row in _with(act, Instruction.Status.WITHDRAWN)],
        "text": _text(act, draft, shows_all=shows_all),
        "shows_all": shows_all,
        "problems": draft.problems,
        "off_the_law": off,
        "also": also_touched(request.user, act, worked_touches(draft.steps)).elsewhere,
        "left_citing": left_citing(request.user, draft, draft.base, draft.tree),
        "last_draft": adoption.draft,
        "next_steps": next_steps(request.user, amendment),
        "newer_base": None if adoption.sealed else _newer_base(act),
        "adoption": adoption,
        # after the adoption nothing of the list can be changed, and nothing while the text is checked
        "is_open": not adoption.sealed and standing.state != TextState.UNDER_CHECK,
        **furniture_of(amendment),
    }
    return render(request, "madda/amendments/cms/workspace.html", context)


def _newer_base(act: AmendedAct) -> Version | None:
    """The newest consolidated text of the act, if it is newer than the one that the amendment changes."""
    newest = act.instrument.consolidated().first()
    return newest if newest is not None and newest.number > act.base_version.number else None


def _with(act: AmendedAct, status: str) -> list[Instruction]:
    return [row for row in act.instructions.all() if row.status == status]


def _proposed(
    act: AmendedAct, user: Any
) -> list[tuple[Instruction, str, Proposer | None, MarkedChange | None, tuple[Link, ...]]]:
    rows = _with(act, Instruction.Status.PROPOSED)
    by = proposers(rows)
    marked, sources = marked_by(rows) if rows else {}, sources_of(user, rows)
    return [
        (row, gist(row.operation), by.get(row.pk), marked.get(row.pk), sources.get(row.pk, ()))
        for row in rows
    ]


def _acts(act: AmendedAct) -> list[ActTab]:
    """The acts of the amendment, each with how many instructions are in the draft and how many wait."""
    acts = act.amendment.amended_acts.all()
    rows = Instruction.objects.filter(amended_act__in=acts).values_list("amended_act", "status")
    counts = Counter(rows)
    return [
        ActTab(
            row.instrument,
            counts[row.pk, Instruction.Status.TAKEN],
            counts[row.pk, Instruction.Status.PROPOSED],
            is_shown=row == act,
        )
        for row in acts
    ]


def _folded(all_rows: Iterable[Instruction], user: Any) -> dict[str, tuple[FoldedLine, ...]]:
    """The folded instructions by the key of the one that says their words, "" for none."""
    rows = list(all_rows)
    holders = Holders.of(rows)
    folded = [row for row in rows if row.status == Instruction.Status.FOLDED]
    sources = sources_of(user, folded)
    undoable = set(Fold.objects.filter(instruction__in=folded).values_list("instruction", flat=True))
    found: dict[str, list[FoldedLine]] = defaultdict(list)
    for row in folded:
        holder = holders.holder(row.pk)
        key = holder.key if holder is not None else ""
        stands = holder is None or holder.status == Instruction.Status.TAKEN
        is_undoable = stands and row.pk in undoable
        line = FoldedLine(row, gist(row.operation), key, is_undoable, sources.get(row.pk, ()))
        found[key].append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def _lines(
    act: AmendedAct,
    draft: WorkingDraft,
    folded: Mapping[str, tuple[FoldedLine, ...]],
    off: Mapping[str, str],
    placed: Mapping[str, tuple[CheckFinding, ...]],
    user: Any,
) -> list[InstructionLine]:
    sources = sources_of(user, [step.instruction for step in draft.steps])
    keys = ["", *(step.instruction.key for step in draft.steps), ""]
    return [
        InstructionLine(
            step,
            place,
            official_words(act.instrument, step.said, draft.tree),
            step.problem or off.get(step.instruction.key, "") or unsaid(act.instrument, step.operation),
            above=keys[place - 1],
            below=keys[place + 1],
            folded=folded.get(step.instruction.key, ()),
            sources=sources.get(step.instruction.pk, ()),
            findings=placed.get(step.instruction.key, ()),
        )
        for place, step in enumerate(draft.steps, start=1)
    ]


def _text(act: AmendedAct, draft: WorkingDraft, *, shows_all: bool) -> list[TextLine]:
    reading = preview(act.base_version, draft.base, draft.tree)
    notes = margin_notes(act)
    touched: dict[str, list[Instruction]] = defaultdict(list)
    for step in draft.steps:
        for key in step.touched:
            touched[key].append(step.instruction)
    return [
        TextLine(
            row,
            _is_editable(draft, row),
            tuple(touched[row.provision]),
            tuple(notes.get(row.provision, ())),
        )
        for row in (reading.rows if shows_all else reading.changed_in_context)
    ]


def _is_editable(draft: WorkingDraft, row: Row) -> bool:
    """Whether a provision stands in the text of the law, under a UUID by which its page is found."""
    is_law = row.provision in draft.tree.by_key and row.element.kind not in OUTSIDE_THE_LAW
    return is_law and is_identity(row.provision)

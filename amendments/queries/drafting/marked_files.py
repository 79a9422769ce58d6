"""What others marked in a file, placed on the working text of an amended act."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime

from amendments.importers.markup import ChangeBeside, Markup, Note, Overwritten, OwnChange, TrackedEdit
from amendments.importers.word_runs import NOBODY
from amendments.instructions.designations import is_eid
from amendments.markings.joined_changes import words_and_signs
from amendments.markings.placing_result import PlacedChange, PlacedNote, Placing
from amendments.models import AmendedAct, Draft, Instruction, MarginNote, MarkedChange, MarkedFile, Version
from amendments.provisions.messages import Message
from amendments.provisions.tree import CELL_BORDER, Element, Kind
from amendments.queries.drafting.drafts import WorkingDraft, scheme_of
from amendments.queries.drafting.edits import citation_in_words
from amendments.queries.showing.kept import sealed_tree
from amendments.text.saying import say

_LONGEST_NAME = 255
_LONGEST_WORDS = 60
_NAMES_OF_NOBODY = ("", NOBODY, "Author", "Автор", "Müəllif")  # which Word's inspector of documents leaves


@dataclass(frozen=True, slots=True)
class OnProvision:
    """The changes and comments of a file on one provision, under the name by which drafters cite it."""

    provision: str
    name: str
    changes: tuple[PlacedChange, ...]
    notes: tuple[PlacedNote, ...]


@dataclass(frozen=True, slots=True)
class FileOrigin:
    """The draft from which a file left, the newest one if that is another, and where the two are compared."""

    draft: Draft
    newest: Draft | None
    comparison: str


def kept_markup(markup: Markup) -> dict[str, Any]:
    """The marks as JSON."""
    return asdict(markup)


def markup_in(kept: Mapping[str, Any]) -> Markup:
    """The marks that were stored."""
    return Markup(
        kept["text"],
        tuple(TrackedEdit(**each) for each in kept["edits"]),
        tuple(Note(**each) for each in kept["notes"]),
        tuple(Overwritten(**each) for each in kept["overwritten"]),
        kept.get("left_from", ""),
        tuple(OwnChange(**each) for each in kept.get("own", ())),
        recorded=kept.get("recorded", 0),
        unread=kept.get("unread", 0),
        acts=tuple(kept.get("acts", ())),
        not_found=tuple(kept.get("not_found", ())),
        footnotes=kept.get("footnotes"),
        footnote_lines=tuple(kept.get("footnote_lines", ())),
        beside=tuple(ChangeBeside(**each) for each in kept.get("beside", ())),
    )


def marks_for(act: AmendedAct, markup: Markup) -> Markup:
    """The marks as a drafter looks at them: on the text of the draft, if the file is its redline, else on the text in force."""
    if markup.on_draft is not None:
        text = text_left_from(act, markup.left_from)
        if text is None and not markup.left_from:
            text = _text_that_reads(act, markup.on_draft.text)
        if text is not None:
            return replace(markup.on_draft, left_from=markup.left_from or text.root_hash)
    return replace(markup, on_draft=None)


def _text_that_reads(act: AmendedAct, text: str) -> Version | None:
    """The text of the act in the last sealed draft with these words; None where no draft has them."""
    words, scheme = words_and_signs(" ".join(text.split())), scheme_of(act)
    sealed = Version.objects.filter(draft__amendment=act.amendment_id, instrument=act.instrument)
    for version in sealed.select_related("draft").order_by("-draft__number"):
        if words_and_signs(" ".join(scheme.render(sealed_tree(version)).split())) == words:
            return version
    return None


def text_left_from(act: AmendedAct, root_hash: str) -> Version | None:
    """The text of the act in the sealed draft from which a file left; None where it names none of the amendment."""
    if not root_hash:
        return None
    texts = Version.objects.filter(draft__amendment=act.amendment_id, instrument=act.instrument)
    return texts.filter(Q(draft__root_hash=root_hash) | Q(root_hash=root_hash)).first()


def origin_of(file: MarkedFile) -> FileOrigin | None:
    """From which draft of the amendment a file left; None where it does not say so."""
    act = file.amended_act
    text = text_left_from(act, file.markup.get("left_from", ""))
    newest = act.amendment.drafts.order_by("-number").first()
    if text is None or text.draft is None or newest is None:
        return None
    number = text.draft.number
    is_older = number < newest.number
    comparison = f"{act.amendment.url}compare/{number}/{newest.number}/" if is_older else ""
    return FileOrigin(text.draft, newest if is_older else None, comparison)


def has_lost_its_draft(file: MarkedFile) -> bool:
    """Whether a file that names no draft has changes of its drafting body: somebody removed its properties."""
    markup, amendment = file.markup, file.amended_act.amendment
    authors = {each["author"] for each in markup.get("edits", ())}
    authors |= {each["inserted_by"] for each in markup.get("overwritten", ())}
    is_own = amendment.drafting_body.title in authors or is_inspected(file)
    return not markup.get("left_from") and is_own and amendment.drafts.exists()


def is_inspected(file: MarkedFile) -> bool:
    """Whether no change of a file has a moment or a name: Word's inspector of documents removes both."""
    edits = file.markup.get("edits", ())
    known = {file.amended_act.amendment.drafting_body.title, *_NAMES_OF_NOBODY}
    return bool(edits) and all(not each["at"] and each["author"] in known for each in edits)


def by_provision(placing: Placing, draft: WorkingDraft) -> list[OnProvision]:
    """The placed marks in the order of the law."""
    changes: dict[str, list[PlacedChange]] = defaultdict(list)
    notes: dict[str, list[PlacedNote]] = defaultdict(list)
    for change in placing.changes:
        changes[change.provision].append(change)
    for note in placing.notes:
        notes[note.provision].append(note)
    elements = [draft.tree.by_key[key] for key in {*changes, *notes}]
    return [
        OnProvision(
            element.key,
            _name(draft, element),
            tuple(changes[element.key]),
            tuple(notes[element.key]),
        )
        for element in draft.tree.in_order(elements)
    ]


def _name(draft: WorkingDraft, element: Element) -> str:
    """The citation; a row whose number is printed twice is named with its first words."""
    name = citation_in_words(draft.act.instrument, draft.tree, element)
    if name and ":" not in name and not is_eid(name):
        return name
    words = element.heading or element.text.split(CELL_BORDER)[0][:_LONGEST_WORDS]
    number = element.number if element.kind is Kind.ROW else scheme_of(draft.act).cite(element)
    return f"{number} “{words}”" if words else number


def moment_of(said: str) -> datetime | None:
    """The moment that a file names; one without a zone is taken for that of the world. None for none."""
    try:
        moment = parse_datetime(said)
    except ValueError:
        return None
    if moment is None:
        return None
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:  # before the first year or after the last one of any calendar
        return None


def short_name(name: str) -> str:
    """A name of a person or a file as it is stored."""
    return name[:_LONGEST_NAME]


def left_of(file: MarkedFile) -> list[dict[str, Any]]:
    """What could not be placed, each with its reason in the reader's language; files of old have it in one."""
    return [
        {**each, "text": say(_told(each["told"])) if "told" in each else each["why"]} for each in file.left
    ]


def _told(kept: Mapping[str, Any]) -> Message:
    values = {
        name: _told(value) if isinstance(value, dict) else value for name, value in kept["values"].items()
    }
    return Message(kept["template"], values, kept["plural"])


def marked_files_of(act: AmendedAct) -> QuerySet[MarkedFile]:
    """The files of an act, the newest first, without their texts."""
    return act.marked_files.defer("markup").select_related("read_by")


def taken_before(file: MarkedFile) -> MarkedFile | None:
    """The same file where it was taken in already; None if it was not, or all of that was undone."""
    same = marked_files_of(file.amended_act).filter(digest=file.digest, state=MarkedFile.State.TAKEN)
    return same.exclude(pk=file.pk).order_by("-moved_at").first()


def marked_by(rows: Iterable[Instruction]) -> dict[UUID, MarkedChange]:
    """Who wrote the changes behind instructions, by the key of the instruction."""
    found = MarkedChange.objects.filter(instruction__in=[row.pk for row in rows]).select_related("file")
    return {change.instruction_id: change for change in found.defer("file__markup")}


def margin_notes(act: AmendedAct) -> dict[str, list[MarginNote]]:
    """The comments of files that are taken in, by provision."""
    found: dict[str, list[MarginNote]] = defaultdict(list)
    is_taken = Q(file__amended_act=act, file__state=MarkedFile.State.TAKEN)
    for note in MarginNote.objects.filter(is_taken).select_related("file").defer("file__markup"):
        found[str(note.provision)].append(note)
    return dict(found)

"""The amending act as a document: its parts in their order, in one language, ready for every renderer.

The words around the instructions belong to the wording of a country (`ActFrame`); this module puts them in order.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import Protocol, runtime_checkable

from amendments.instructions.entry_into_force import (
    EnteringFrame,
    EntryIntoForce,
    entering_frame,
    entering_sentence,
    time_said,
)
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.operations import Op, Operation
from amendments.instructions.quoted_rows import Block, QuotedRow, blocks
from amendments.instructions.wording import Mood, Wording
from amendments.text.sentence_case import capitalised


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act as an amending act names it. `language` is that of the title, `later` the laws that amended it before."""

    title: str
    language: str
    kind: str  # "law", "code", as `Instrument.type`
    number: str = ""
    adopted: date | None = None
    gazettes: str = ""
    later: tuple[AmendingLaw, ...] = ()


@runtime_checkable
class ActFrame(Protocol):
    """The words around the instructions in one language: what a wording may offer in its attribute `act`.

    `country` is that of the acts, "" of fictional ones: a frame may be read for another country than its own.
    """

    def caption(self, country: str, title: str) -> str:
        """What stands below the title: the kind of act and the state; "" where the title says it."""

    def formula(self, country: str, basis: str) -> str:
        """Who enacts, by which provision of the constitution; `basis` is the provision, "" the general one.

        A frame whose acts rest on one article takes the number of its point alone.
        """

    def opening(self, act: NamedAct, count: int) -> str:
        """The act with all its publications, and that so many amendments are made in it."""

    def article(self, number: int) -> str:
        """How an article of the amending act is labelled."""

    def signature(self, country: str, signed: date | None, number: str, by: str = "") -> tuple[str, ...]:
        """The lines at the end, with blanks for what is not known yet; `by` is the name of who signs."""


@runtime_checkable
class ChoosyFrame(Protocol):
    """A frame that does not take any words as the basis of an act."""

    def takes_basis(self, country: str, basis: str) -> bool:
        """Whether the formula can say it."""


@dataclass(frozen=True, slots=True)
class ActToWord:
    """An act with the operations on it, in the order of the law; `rows` as `quoted_rows.blocks` takes them."""

    act: NamedAct
    operations: tuple[Operation, ...]
    country: str
    language: str  # of its authentic words
    wordings: tuple[Wording, ...]  # the language asked for first, then that of the act
    rows: Mapping[str, QuotedRow] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SaidInstruction:
    """An instruction in words: its paragraphs, the first with what is ordered. `label` is "" of an only one."""

    label: str
    operation: Operation
    paragraphs: tuple[str, ...]
    language: str
    blocks: tuple[Block, ...]  # the paragraphs, with the rows of tables as cells


@dataclass(frozen=True, slots=True)
class ActArticle:
    """What is ordered about one act; `label` is "" where the amending act has no articles."""

    label: str
    opening: str
    instructions: tuple[SaidInstruction, ...]


@dataclass(frozen=True, slots=True)
class EnteringArticle:
    """What the amending act says of its own entry into force."""

    label: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class AmendingAct:
    """The whole: every renderer consumes this value alone."""

    title: str
    title_language: str
    caption: str
    formula: str
    articles: tuple[ActArticle, ...]
    entering: tuple[EnteringArticle, ...]
    signature: tuple[str, ...]
    language: str


class ActPart(StrEnum):
    """What a line of the amending act is."""

    TITLE = "title"
    CAPTION = "caption"
    FORMULA = "formula"
    OPENING = "opening"
    INSTRUCTION = "instruction"
    QUOTED = "quoted"  # a further paragraph of an instruction: the new text
    ROWS = "rows"  # new rows of a table
    ENTERING = "entering"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class LawLine:
    """A paragraph of the amending act with the label before its words, or the cells of rows."""

    part: ActPart
    label: str
    words: str
    language: str
    rows: tuple[QuotedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Signing:
    """When the act was signed and under which number, as far as it was, and who signs it."""

    day: date | None = None
    number: str = ""
    by: str = ""


UNSIGNED = Signing()


def act_frame_of(wording: object) -> ActFrame | None:
    """The frame that a wording offers."""
    frame = getattr(wording, "act", None)
    return frame if isinstance(frame, ActFrame) else None


def amending_act(
    title: tuple[str, str],
    acts: Sequence[ActToWord],
    frame: ActFrame,
    language: str,
    unworded: Callable[[Operation], str],
    *,
    basis: str = "",
    signing: Signing = UNSIGNED,
) -> AmendingAct:
    """The amending act of these lists; `title` are its words and their language.

    One act without a word on the entry into force has no articles, as laws are used to be written. `unworded` describes an
    instruction that no wording can say.
    """
    country = acts[0].country if acts else ""
    entering = _entering(acts, frame, language)
    has_articles = len(acts) > 1 or bool(entering)
    labels = [frame.article(n) if has_articles else "" for n in range(1, len(acts) + len(entering) + 1)]
    return AmendingAct(
        title=title[0],
        title_language=title[1],
        caption=frame.caption(country, title[0]),
        formula=frame.formula(country, basis),
        articles=tuple(
            _article(label, each, frame, unworded) for label, each in zip(labels, acts, strict=False)
        ),
        entering=tuple(
            EnteringArticle(label, *said) for label, said in zip(labels[len(acts) :], entering, strict=True)
        ),
        signature=frame.signature(country, signing.day, signing.number, signing.by),
        language=language,
    )


def _entering(acts: Sequence[ActToWord], frame: ActFrame, language: str) -> list[tuple[str, str]]:
    """The sentences on the entry into force with their language; what several acts repeat stands once."""
    kind = acts[0].act.kind if acts else ""
    clauses = [
        (number, operation.new.strip(), each)
        for number, each in enumerate(acts, start=1)
        for operation in each.operations
        if operation.op is Op.COMMENCEMENT
    ]
    if isinstance(frame, EnteringFrame) and (apart := _apart(clauses)):
        speaking = {each.language: entering_frame(each) for act in acts for each in act.wordings}
        frames = [(speaking.get(entry.language) or frame, entry) for entry in apart]
        return [(each.enters(kind, entry), entry.language or language) for each, entry in frames]
    said = [_entering_in(words, kind, each, frame, language) for __, words, each in clauses]
    return list(dict.fromkeys(said))


def _apart(clauses: Sequence[tuple[int, str, ActToWord]]) -> list[EntryIntoForce]:
    """The different times of acts, each with the articles that it is about; [] where one holds or any says more."""
    found: dict[EntryIntoForce, dict[int, None]] = {}
    for number, words, each in clauses:
        entry = time_said(words, *each.wordings)
        if entry is None:
            return []
        found.setdefault(entry, {})[number] = None
    numbers = list(chain.from_iterable(found.values()))
    if len(found) < 2 or len(set(numbers)) < len(numbers):
        return []
    return [replace(entry, articles=tuple(articles)) for entry, articles in found.items()]


def _entering_in(words: str, kind: str, each: ActToWord, frame: ActFrame, language: str) -> tuple[str, str]:
    """A clause in the language of the document; in that of its act where it says more than a day."""
    others = [] if each.language == language else filter(None, map(entering_frame, each.wordings))
    said = entering_sentence(words, kind, frame, list(others)) if isinstance(frame, EnteringFrame) else ""
    return (said, language) if said else (words, each.language)


def _article(
    label: str, each: ActToWord, frame: ActFrame, unworded: Callable[[Operation], str]
) -> ActArticle:
    operations = [operation for operation in each.operations if operation.op is not Op.COMMENCEMENT]
    is_only = len(operations) == 1
    said = [
        _said("" if is_only else f"{number}.", operation, each, unworded)
        for number, operation in enumerate(operations, start=1)
    ]
    return ActArticle(label, frame.opening(each.act, len(operations)), tuple(said))


def _said(
    label: str, operation: Operation, each: ActToWord, unworded: Callable[[Operation], str]
) -> SaidInstruction:
    """The instruction in the first language that can say it."""
    for wording in each.wordings:
        try:
            said = wording.word(operation, Mood.IMPERATIVE)
        except Refused:
            continue
        lines = tuple(capitalised(said, wording.language).split("\n"))
        return SaidInstruction(label, operation, lines, wording.language, blocks(operation, lines, each.rows))
    lines = tuple(unworded(operation).split("\n"))
    return SaidInstruction(label, operation, lines, each.language, blocks(operation, lines, each.rows))


def law_lines(law: AmendingAct) -> Iterator[LawLine]:
    """The paragraphs of the amending act, in order."""
    yield LawLine(ActPart.TITLE, "", law.title, law.title_language)
    if law.caption:
        yield LawLine(ActPart.CAPTION, "", law.caption, law.language)
    yield LawLine(ActPart.FORMULA, "", law.formula, law.language)
    for article in law.articles:
        yield LawLine(ActPart.OPENING, article.label, article.opening, law.language)
        for said in article.instructions:
            yield from _lines(said)
    for each in law.entering:
        yield LawLine(ActPart.ENTERING, each.label, each.words, each.language)
    yield from (LawLine(ActPart.SIGNATURE, "", words, law.language) for words in law.signature)


def _lines(said: SaidInstruction) -> Iterator[LawLine]:
    for place, block in enumerate(said.blocks):
        if not isinstance(block, str):
            yield LawLine(ActPart.ROWS, "", "", said.language, block)
        elif place:
            yield LawLine(ActPart.QUOTED, "", block, said.language)
        else:
            yield LawLine(ActPart.INSTRUCTION, said.label, block, said.language)

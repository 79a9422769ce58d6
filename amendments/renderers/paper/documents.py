"""What an exporter gets: the acts of a page with their title blocks, in the words that the reader reads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from amendments.instructions.amending_act import AmendingAct, law_lines
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree
from amendments.redline.provision_redline import Change, ProvisionRedline, Span

HEADED = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.ANNEX})
"""Kinds that head what stands below them."""
DEEPEST = 6  # heading and item
_ITEM_DEPTHS = {Kind.PART: 0, Kind.POINT: 1, Kind.SUBPOINT: 2}


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What stands at the top and the foot of each page of an act, in the language of the reader."""

    title: str
    lines: tuple[str, ...]  # on the first page: the act, which text it is, when it was sealed and by whom
    running: str  # on every other page
    foot: str  # the hash
    warning: str = ""  # that it is no official text
    page_of: str = "%(page)s / %(pages)s"
    language: str = ""  # of these words


@dataclass(frozen=True, slots=True)
class TableWords:
    """What a comparative table says beside the law, in the language of the reader."""

    before: str  # above the two columns
    after: str
    moved: str  # in the other column of the two places of a moved provision
    same: str  # of two texts without a difference
    renumbered: str = "%(other)s"  # below a provision with another number, with the one that it had
    legend: tuple[Span, ...] = ()  # how a redline in black and white shows what changes, shown so itself


@dataclass(frozen=True, slots=True)
class PaperElement:
    """A provision in the words of one edition; `level` is that of its heading, or how deep an item stands."""

    element: Element
    scheme: Scheme
    language: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class PaperItem:
    """What stands in one place of a document: a provision, or what became of one (`ProvisionRedline`)."""

    change: Change
    before: tuple[PaperElement, ...]
    after: tuple[PaperElement, ...]
    is_new_place: bool = True

    @property
    def is_old_place(self) -> bool:
        """Whether the old text has it here: what moved stands in two places."""
        return self.change is not Change.MOVED or not self.is_new_place


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody says of a provision, for one reader: `author` and `at` only where the reader may know them.

    `provision` is its key, "" for the whole act. `quote` are the words that it is about, of the old text where the new one
    strikes them out, and `before` the letters before them there; "" for the whole provision.
    """

    provision: str
    author: str
    words: tuple[str, ...]  # its paragraphs
    language: str
    at: datetime | None = None
    quote: str = ""
    before: str = ""
    is_on_old_words: bool = False


@dataclass(frozen=True, slots=True)
class ActEvent:
    """What happened to an act: `kind` as Akoma Ntoso has it, "generation" or "amendment"; `source` names the law.

    The kind of the entry into force is "".
    """

    day: date
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What identifies an act, and which of its texts this is."""

    country: str  # two letters, "" of a fictional act
    kind: str  # "law", "code"
    number: str
    adopted: date | None
    title: str
    day: date  # of the text: in force, else sealed
    version: str  # "Draft 2"
    stage: str = ""  # "draft-2", "" of a consolidated text
    events: tuple[ActEvent, ...] = ()
    document: str = "act"  # as Akoma Ntoso names it; a draft is a "bill"


@dataclass(frozen=True, slots=True)
class PaperAct:
    """An act of a document."""

    block: TitleBlock
    items: tuple[PaperItem, ...]
    language: str  # of the authentic words
    table: TableWords | None = None  # where it is compared
    remarks: tuple[Remark, ...] = ()
    facts: ActFacts | None = None
    repealed: str = ""  # what a text says where of a provision the number alone stays, in its own language
    repealed_note: str = ""  # the same of a note, which has no number

    def said_of(self, element: Element) -> str:
        """What the text says of a provision that is repealed."""
        return self.repealed if element.number else self.repealed_note


@dataclass(frozen=True, slots=True)
class PaperDocument:
    """The acts of one page, in order; `name` is that of the file, without its ending."""

    name: str
    title: str
    author: str  # the drafting body
    at: datetime  # of the seal
    identity: str  # the hash
    language: str  # of the reader
    acts: tuple[PaperAct, ...] = field(default=())

    @property
    def languages(self) -> frozenset[str]:
        """The languages of the words of the acts."""
        items = (item for act in self.acts for item in act.items)
        return frozenset(each.language for item in items for each in (*item.before, *item.after))


class TextDocument(PaperDocument):
    """The text of a version, or of all versions of a draft."""


class SingleActDocument(TextDocument):
    """The text of one act, with what identifies it."""


class RedlineDocument(PaperDocument):
    """Versions against those that they change, or against earlier ones."""


class SingleRedlineDocument(RedlineDocument):
    """The redline of one act, with what identifies it."""


class CommentedDocument(PaperDocument):
    """A redline with what is said about its provisions."""


class ComparisonDocument(PaperDocument):
    """A comparison as a table of two columns that holds only what changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendingActDocument(PaperDocument):
    """The amending act itself; its one `PaperAct` holds the title block and no provision."""

    law: AmendingAct

    @property
    def languages(self) -> frozenset[str]:
        """The languages of its sentences."""
        return frozenset(line.language for line in law_lines(self.law))


class NoteLook(StrEnum):
    """What a paragraph of an explanatory note is."""

    SECTION = "section"
    ITEM = "item"
    WORDS = "words"
    SAID = "said"  # that nothing is written, or which files are attached


@dataclass(frozen=True, slots=True)
class NoteParagraph:
    """A paragraph of an explanatory note."""

    look: NoteLook
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDocument(PaperDocument):
    """The explanatory note of a draft; its one `PaperAct` holds the title block and no provision."""

    paragraphs: tuple[NoteParagraph, ...]

    @property
    def languages(self) -> frozenset[str]:
        """The one in which it is read."""
        return frozenset([self.language])


@dataclass(frozen=True, slots=True)
class ActCourse:
    """The act that an article of an amending act changes: what identifies it, and the text on which it is amended."""

    facts: ActFacts
    base: Tree
    scheme: Scheme
    language: str


@dataclass(frozen=True, slots=True)
class ExecutableActDocument(AmendingActDocument):
    """An amending act with the texts that it changes, one for each of its articles on acts."""

    courses: tuple[ActCourse, ...] = ()
    enters: tuple[date, ...] = ()  # the days on which it enters into force, as far as its words name them


def compared(
    provisions: Iterable[ProvisionRedline],
    before: Mapping[str, PaperElement],
    after: Mapping[str, PaperElement],
) -> tuple[PaperItem, ...]:
    """One text against another, each side by the keys of its provisions."""
    return tuple(
        PaperItem(
            each.change,
            tuple(before[key] for key in each.before),
            tuple(after[key] for key in each.after),
            each.is_new_place,
        )
        for each in provisions
    )


def levels(tree: Tree) -> dict[str, int]:
    """How deep each provision of an act stands: a heading below headings from 1, an item below its article from 0."""
    found: dict[str, int] = {}
    headings: dict[str, int] = {"": 0}  # above what stands below a provision
    for element in tree:
        above = headings.get(element.parent, 0)
        headings[element.key] = above + (element.kind in HEADED)
        if element.kind in HEADED:
            found[element.key] = min(above + 1, DEEPEST)
        elif element.kind in _ITEM_DEPTHS:
            found[element.key] = _ITEM_DEPTHS[element.kind]
        else:
            found[element.key] = found.get(element.parent, 0) if _is_item(tree, element.parent) else 0
    return found


def _is_item(tree: Tree, key: str) -> bool:
    above = tree.by_key.get(key)
    return above is not None and above.kind in _ITEM_DEPTHS


def paper_elements(tree: Tree, scheme: Scheme, language: str) -> Iterator[PaperElement]:
    """The provisions of an act in one edition."""
    deep = levels(tree)
    return (PaperElement(element, scheme, language, deep[element.key]) for element in tree)


def unchanged(elements: Iterable[PaperElement]) -> tuple[PaperItem, ...]:
    """A text by itself."""
    return tuple(PaperItem(Change.UNCHANGED, (each,), (each,)) for each in elements)

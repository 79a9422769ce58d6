"""What others marked in a file: changes and comments, each at its place in the text without them."""

from dataclasses import dataclass

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class TrackedEdit:
    """A change by one author: the words from `start` to `end` of the text go, `new` comes. `at` is as the file has it.

    `move` is the name by which the file joins the two places of words that moved. `is_across` tells that nobody knows to
    which act of a file of several the new words belong.
    """

    start: int
    end: int
    new: str
    author: str
    at: str
    move: str = ""
    is_across: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on the words from `start` to `end`, both `NOWHERE` where it stands on none.

    `new_start` and `new_end` are its place in the text with every change accepted, which has the words that come. `quote`
    are its words in the text in force, where it stands on the text of a draft, which may have struck them out.
    """

    text: str
    author: str
    at: str
    start: int = NOWHERE
    end: int = NOWHERE
    new_start: int = NOWHERE
    new_end: int = NOWHERE
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Overwritten:
    """Words that one author inserted and another one deleted again."""

    words: str
    inserted_by: str
    deleted_by: str
    at: str


@dataclass(frozen=True, slots=True)
class ChangeBeside:
    """Words that go and words that come where no text is read, as in a text box or a header."""

    old: str
    new: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class OwnChange:
    """What a redline of this site changes itself, and where that begins in the text of its draft.

    A file that was read before the place was kept has `NOWHERE`.
    """

    old: str
    new: str
    author: str
    at: str
    start: int = NOWHERE


@dataclass(frozen=True, slots=True)
class Markup:
    """The text with every change rejected, and what was marked in it.

    `left_from` is the hash of the sealed text that the file says it was, "" where it says nothing. `on_draft` are the
    marks of others on the text of that draft, where the file is its redline: then its `own` changes are text. `recorded`
    counts the comments that are on record, `unread` those with a code that are not read; `notes` leaves both out. `acts` are
    those that a file of several acts holds, of which these are the marks of one, `not_found` those of which it does not have
    the first lines and may hold the text. `footnotes` is how many the file has, each
    with its mark “[1]”; None if it is not known. `footnote_lines` are those that come in any part of the file and have a mark,
    where it is divided. The changes `beside` the text stand with each part.
    """

    text: str
    edits: tuple[TrackedEdit, ...] = ()
    notes: tuple[Note, ...] = ()
    overwritten: tuple[Overwritten, ...] = ()
    left_from: str = ""
    own: tuple[OwnChange, ...] = ()
    on_draft: "Markup | None" = None
    recorded: int = 0
    unread: int = 0
    acts: tuple[str, ...] = ()
    not_found: tuple[str, ...] = ()
    footnotes: int | None = None
    footnote_lines: tuple[str, ...] = ()
    beside: tuple[ChangeBeside, ...] = ()

    @property
    def accepted(self) -> str:
        """The text with every change accepted."""
        parts: list[str] = []
        done = 0
        for edit in self.edits:
            parts += [self.text[done : edit.start], edit.new]
            done = edit.end
        return "".join([*parts, self.text[done:]])

"""A text with the marks of a word processor inside it: changes that somebody tracked, and comments on its words.

While a file is read, a mark is one character of a private plane of Unicode, which no text of the file may hold. So
the lines, tables and numbers of a file are read once, and give the text with every change rejected, with every change
accepted, and each change at its place.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from amendments.importers.file_errors import OversizedText
from amendments.importers.markup import Markup, Note, Overwritten, OwnChange, TrackedEdit
from amendments.provisions.messages import message as _

_FIRST, _MOST = 0xF0000, 0xFFF0
MOST_CHANGES = 30_000  # read in 3 s; a code of 863 articles that is written anew has fewer
_FROM, _TO, _MOST_NOTES = 0x100100, 0x108000, 0x7E00
END, ROW_END = "\U00100000", "\U00100001"
SAID_FIRST, SAID_LAST = "\U00100010", "\U0010007f"  # what this site says of the text (`word_said.py`)
PRIVATE = re.compile("[\U000f0000-\U0010ffff]")
_PIECES = re.compile("([\U000f0000-\U0010ffff])")


@dataclass(frozen=True, slots=True)
class Tracked:
    """One element by which a word processor keeps a change; without an author it is a number that it counted anew."""

    is_insertion: bool
    author: str = ""
    at: str = ""
    move: str = ""  # the name of a move of which it is one side


@dataclass
class Tracker:
    """Gives marks to changes and comments while a file is read."""

    changes: list[Tracked] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)
    footnotes: int = 0

    def begin(self, change: Tracked) -> str:
        """The mark at which a change begins; `END` closes it."""
        if len(self.changes) >= MOST_CHANGES:
            raise OversizedText(_("more than %(count)s tracked changes", count=MOST_CHANGES))
        self.changes.append(change)
        return chr(_FIRST + len(self.changes) - 1)

    def change_around(self, content: str) -> Tracked | None:
        """The change with which a paragraph begins."""
        sign = ord(content[0]) if content else 0
        return self.changes[sign - _FIRST] if _FIRST <= sign < _FIRST + _MOST else None

    def note(self, identity: str, *, is_end: bool) -> str:
        """The mark at which the words of a comment begin or end."""
        number = self.notes.setdefault(identity, len(self.notes))
        if number >= _MOST_NOTES:
            raise OversizedText(_("more than %(count)s comments", count=_MOST_NOTES))
        return chr((_TO if is_end else _FROM) + number)


def unmarked(text: str) -> str:
    """A text without the marks."""
    return PRIVATE.sub("", text)


def shows(stream: str, tracker: Tracker, *, accepted: bool) -> bool:
    """Whether anything of a stream stands in the text with every change accepted, or rejected."""
    return any(piece.is_in(accepted) and piece.text for piece in _pieces(stream, tracker))


def reading(stream: str, tracker: Tracker, *, accepted: bool) -> str:
    """The text with every change accepted, or rejected."""
    return "".join(piece.text for piece in _pieces(stream, tracker) if piece.is_in(accepted))


def markup_of(
    stream: str, tracker: Tracker, notes: Sequence[Note], is_text: Callable[[Tracked], bool] | None = None
) -> Markup:
    """The changes and comments at their places in the text with every change rejected.

    `notes` are the comments in the order in which the tracker met them, without their places. What one author
    changed without a word between is one change. `is_text` tells the changes that are accepted instead: the own ones.
    """
    gathered = _Gathered()
    places: dict[int, list[tuple[int, int]]] = {}
    for piece in _pieces(stream, tracker, is_text):
        if piece.note is not None:
            places.setdefault(piece.note, []).append((gathered.at, gathered.new_at))
        else:
            gathered.take(piece)
    gathered.close()
    placed = [_on(note, places[number]) if number in places else note for number, note in enumerate(notes)]
    return Markup(
        "".join(gathered.kept),
        tuple(gathered.edits),
        tuple(placed),
        tuple(gathered.overwritten),
        own=tuple(gathered.own),
        footnotes=tracker.footnotes,
    )


def _on(note: Note, places: Sequence[tuple[int, int]]) -> Note:
    (start, new_start), (end, new_end) = places[0], places[-1]
    return replace(note, start=start, end=end, new_start=new_start, new_end=new_end)


@dataclass(frozen=True, slots=True)
class _StreamPart:
    text: str
    inserted: Tracked | None
    deleted: Tracked | None
    note: int | None = None
    own: Tracked | None = None  # the accepted change that brings it or takes it away

    def is_in(self, accepted: bool) -> bool:
        return (self.deleted if accepted else self.inserted) is None


def _pieces(
    stream: str, tracker: Tracker, is_text: Callable[[Tracked], bool] | None = None
) -> Iterator[_StreamPart]:
    open_changes: list[Tracked] = []
    for part in _PIECES.split(stream):
        sign = ord(part) if len(part) == 1 else 0
        if sign < _FIRST:
            accepted = [each for each in open_changes if is_text and is_text(each)]
            around = [each for each in open_changes if each not in accepted]
            if (
                len({each.is_insertion for each in accepted}) < 2
            ):  # what comes and goes stands in neither text
                yield _StreamPart(
                    part,
                    _innermost(around, insertion=True),
                    _innermost(around, insertion=False),
                    own=next(reversed(accepted), None),
                )
        elif sign >= _FROM:
            yield _StreamPart("", None, None, sign - (_TO if sign >= _TO else _FROM))
        elif part == END:
            open_changes.pop()
        elif SAID_FIRST <= part <= SAID_LAST:
            continue
        else:
            open_changes.append(tracker.changes[sign - _FIRST])


def _innermost(open_changes: Sequence[Tracked], *, insertion: bool) -> Tracked | None:
    """Who inserted or deleted words: within a row that one author inserts, another one may write."""
    around = [change for change in open_changes if change.is_insertion is insertion]
    return next((change for change in reversed(around) if change.author), next(iter(around), None))


def _comes_or_stays(piece: _StreamPart) -> bool:
    """Whether the text has a piece after the changes; a number that was counted anew is no change."""
    if piece.deleted:
        return piece.inserted is None and not piece.deleted.author
    return piece.inserted is None or bool(piece.inserted.author)


@dataclass
class _Gathered:
    """The changes found so far; `at` is the place in the text with every change rejected, `new_at` with all accepted."""

    kept: list[str] = field(default_factory=list)
    edits: list[TrackedEdit] = field(default_factory=list)
    overwritten: list[Overwritten] = field(default_factory=list)
    own: list[OwnChange] = field(default_factory=list)
    at: int = 0
    new_at: int = 0
    _now: TrackedEdit | None = None
    _is_in_own: bool = False

    def take(self, piece: _StreamPart) -> None:
        """One piece of the stream, in order."""
        if not piece.text:
            return
        own = piece.own if piece.inserted is None else None
        if own is not None:
            self._take_own(piece.text, own)
        self._is_in_own = own is not None
        if piece.own is not None and not piece.own.is_insertion:
            return
        if piece.inserted is None:
            self.kept.append(piece.text)
        if _comes_or_stays(piece):
            self.new_at += len(piece.text)
        if piece.inserted and piece.deleted:
            self._overwrite(piece, piece.inserted, piece.deleted)
        elif piece.inserted:
            self._extend(piece.inserted, 0, piece.text)
        elif piece.deleted:
            self._extend(piece.deleted, len(piece.text), "")
            self.at += len(piece.text)
        else:
            self.close()
            self.at += len(piece.text)

    def close(self) -> None:
        """Words that stay end a change."""
        if self._now is not None and self._now.author:
            self.edits.append(self._now)
        self._now = None

    def _take_own(self, text: str, change: Tracked) -> None:
        """Words that the draft changes itself; without others between they are of one change."""
        if not self._is_in_own or self.own[-1].author != change.author:
            self.own.append(OwnChange("", "", change.author, change.at, self.at))
        now = self.own[-1]
        if change.is_insertion:
            self.own[-1] = replace(now, new=now.new + text)
        else:
            self.own[-1] = replace(now, old=now.old + text)

    def _overwrite(self, piece: _StreamPart, inserted: Tracked, deleted: Tracked) -> None:
        """Words that one person inserted and another deleted: no text holds them, so they are listed."""
        if deleted.author != inserted.author:
            self.overwritten.append(Overwritten(piece.text, inserted.author, deleted.author, deleted.at))

    def _extend(self, change: Tracked, deleted: int, inserted: str) -> None:
        if self._now is None or not _is_one(self._now, change, "".join(self.kept[-2:-1])):
            self.close()
            self._now = TrackedEdit(self.at, self.at, "", change.author, change.at, change.move)
        now = self._now
        self._now = replace(now, end=now.end + deleted, new=now.new + inserted, move=now.move or change.move)


def _is_one(edit: TrackedEdit, change: Tracked, before: str) -> bool:
    """Whether a change goes on; what somebody writes or deletes within a line that moves does so with it.

    `before` are the words of the old text before those of the change.
    """
    if edit.author != change.author:
        return False
    so_far = edit.new if change.is_insertion else before
    is_alike = edit.start == edit.end if change.is_insertion else not edit.new
    return edit.move == change.move or (
        is_alike and not so_far.endswith("\n") and "" in (edit.move, change.move)
    )

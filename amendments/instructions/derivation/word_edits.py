"""Derives operations on words. As few words are quoted as identify the place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amendments.instructions.derivation.trying import Editing, spliced
from amendments.instructions.execution.anchors import find_words
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import is_figures
from amendments.provisions.tree import CELL_BORDER
from amendments.redline.provision_redline import Mark
from amendments.redline.text_redline import diff_text
from amendments.redline.tokens import is_word, split_words

# How many words around an edit are quoted to name it: first few, then a qualifier, then more.
_NARROW, _WIDE = range(1, 4), range(4, 13)
_ENDS = ("\n", CELL_BORDER)  # no words are quoted over the end of a paragraph or cell
# An insertion stands rather after "15 il" than after "il".
_SHORTEST_TELLING = 2


@dataclass(frozen=True, slots=True)
class Hunk:
    """A place in a text where words give way to others."""

    start: int
    end: int
    new: str


def edit_words(editing: Editing, start: int, end: int, wanted: str, *, together: bool = True) -> bool:
    """Bring the words between two places to what is wanted; False when words cannot say it."""
    tail = len(editing.text) - end
    part = editing.text[start:end]
    hunks = [
        replace(hunk, start=start + hunk.start, end=start + hunk.end)
        for hunk in (_with_brackets(part, hunk) for hunk in _hunks(part, wanted))
    ]
    if together and _edit_repeated(editing, hunks):
        return edit_words(editing, start, len(editing.text) - tail, wanted, together=False)
    shift = 0
    for hunk in hunks:
        here = Hunk(hunk.start + shift, hunk.end + shift, hunk.new)
        length = len(editing.text)
        if not _edit_one(editing, here):
            return False
        shift += len(editing.text) - length
    return True


def _hunks(before: str, after: str) -> list[Hunk]:
    hunks: list[Hunk] = []
    at = 0
    old, new = "", ""
    for span in diff_text(before, after):
        if span.mark is Mark.KEPT:
            if old or new:
                hunks.append(Hunk(at - len(old), at, new))
            old, new = "", ""
            at += len(span.text)
        elif span.mark is Mark.DELETED:
            old += span.text
            at += len(span.text)
        else:
            new += span.text
    if old or new:
        hunks.append(Hunk(at - len(old), at, new))
    return hunks


def _with_brackets(text: str, hunk: Hunk) -> Hunk:
    """Quote "4 (dörd)" as a whole rather than "4 (dörd"."""
    old = text[hunk.start : hunk.end]
    if old.count("(") > old.count(")") and text[hunk.end : hunk.end + 1] == ")":
        return replace(hunk, end=hunk.end + 1, new=f"{hunk.new})")
    if old.count(")") > old.count("(") and text[: hunk.start].endswith("("):
        return replace(hunk, start=hunk.start - 1, new=f"({hunk.new}")
    return hunk


def _edit_repeated(editing: Editing, hunks: Sequence[Hunk]) -> bool:
    """One operation for the same replacement at every place."""
    text = editing.text
    groups: dict[tuple[str, str], list[Hunk]] = {}
    for hunk in hunks:
        groups.setdefault((text[hunk.start : hunk.end], hunk.new), []).append(hunk)
    for (old, new), group in groups.items():
        if len(group) < 2 or not old.strip() or not new.strip() or len(find_words(text, old)) != len(group):
            continue
        wanted = text
        for hunk in reversed(group):
            wanted = spliced(wanted, hunk.start, hunk.end, hunk.new)
        qualifier = "both" if len(group) == 2 else "all"
        if editing.attempt(replace(_replacement(old, new), qualifier=qualifier), wanted):
            return True
    return False


def _edit_one(editing: Editing, hunk: Hunk) -> bool:
    wanted = spliced(editing.text, hunk.start, hunk.end, hunk.new)
    text = editing.text
    if not text[hunk.start : hunk.end].strip():
        telling = (o for o in wordings_of(text, hunk) if len(o.anchor) > _SHORTEST_TELLING)
        if any(editing.attempt(operation, wanted) for operation in telling):
            return True
    return any(editing.attempt(operation, wanted) for operation in wordings_of(text, hunk))


def wordings_of(text: str, hunk: Hunk) -> Iterator[Operation]:
    """Ways to say an edit, the shortest first."""
    bare = _bare(text, hunk)
    yield from bare
    for words in _NARROW:
        yield from _wider(text, hunk, words)
    for qualifier in ("first", "second"):
        for operation in bare:
            yield replace(operation, qualifier=qualifier)
    if not bare:
        for qualifier in ("first", "second"):
            for operation in _beside(text, hunk, 1):
                yield replace(operation, qualifier=qualifier)
    for words in _WIDE:
        yield from _wider(text, hunk, words)


def _bare(text: str, hunk: Hunk) -> list[Operation]:
    """The edit without the words around it."""
    old, new = text[hunk.start : hunk.end], hunk.new
    if not old.strip():
        return []
    if not new.strip():
        return [Operation(Op.DELETE_WORDS, old=old.strip())]
    return [_replacement(old, new)]


def _wider(text: str, hunk: Hunk, words: int) -> Iterator[Operation]:
    """The edit with so many words around it."""
    old, new = text[hunk.start : hunk.end], hunk.new
    if not old.strip():
        yield from _beside(text, hunk, words)
    left, right = _left(text, hunk.start, words), _right(text, hunk.end, words)
    for before, after in ((left, ""), ("", right), (left, right)):
        if (before or after) and (before + new + after).strip():
            yield _replacement(before + old + after, before + new + after)


def _beside(text: str, hunk: Hunk, words: int) -> Iterator[Operation]:
    """An insertion after or before so many words."""
    left, right = _left(text, hunk.start, words).strip(), _right(text, hunk.end, words).strip()
    if left:
        yield Operation(Op.INSERT_AFTER, anchor=left, new=hunk.new.strip())
    if right:
        yield Operation(Op.INSERT_BEFORE, anchor=right, new=hunk.new.strip())


def _replacement(old: str, new: str) -> Operation:
    old, new = old.strip(), new.strip()
    op = Op.REPLACE_NUMBER if is_figures(old) and is_figures(new) else Op.REPLACE_WORDS
    return Operation(op, old=old, new=new)


def _left(text: str, at: int, words: int) -> str:
    """So many words before a place, within its paragraph and cell."""
    start = max(text.rfind(end, 0, at) for end in _ENDS)
    pieces = split_words(text[start + 1 : at])
    return "".join(reversed(list(_with_words(reversed(pieces), words))))


def _right(text: str, at: int, words: int) -> str:
    """So many words after a place, within its paragraph and cell."""
    end = min((place for end in _ENDS if (place := text.find(end, at)) >= 0), default=len(text))
    return "".join(_with_words(split_words(text[at:end]), words))


def _with_words(pieces: Iterator[str] | list[str], words: int) -> Iterator[str]:
    """Pieces up to so many words."""
    for piece in pieces:
        yield piece
        words -= is_word(piece)
        if not words:
            return

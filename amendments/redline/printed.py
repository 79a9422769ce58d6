"""The redline of two texts as printed, character for character: every provision with its number and spacing."""

from collections.abc import Sequence
from dataclasses import dataclass

from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Kind, Tree
from amendments.redline.alignment.blocks import Blocks, Provisions, lines
from amendments.redline.merged import Pairing, outline
from amendments.redline.provision_redline import Change, Mark, Span
from amendments.redline.text_redline import diff_text
from amendments.redline.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class PrintedProvision:
    """One provision of the merged document as printed; `before` and `after` are printed numbers.

    KEPT and DELETED spans of all provisions in order give the old text, KEPT and INSERTED ones the new text: what
    moved is deleted at its old place and inserted at its new one, and `inner` shows what changed in it. `move` counts
    from 1 and joins the two places.
    """

    change: Change
    before: tuple[str, ...]
    after: tuple[str, ...]
    spans: tuple[Span, ...]
    move: int | None = None
    is_new_place: bool = True
    inner: tuple[Span, ...] = ()
    is_in_table: bool = False


@dataclass(frozen=True, slots=True)
class _Side:
    """One text: its blocks, and each of them as printed."""

    blocks: Blocks
    pieces: Sequence[str]
    in_tables: frozenset[int] = frozenset()

    def are_in_table(self, places: Sequence[int]) -> bool:
        return bool(places) and self.in_tables.issuperset(places)

    def text(self, places: Sequence[int]) -> str:
        return "".join([self.pieces[k] for k in places])

    def numbers(self, places: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.blocks[k].number for k in places)


def compare_acts(before: str, after: str, scheme: Scheme) -> list[PrintedProvision]:
    """The redline of two acts that the scheme can read."""
    vocabulary = Vocabulary()
    old, new = _act(before, scheme, vocabulary), _act(after, scheme, vocabulary)
    if "".join(old.pieces) != before or "".join(new.pieces) != after:
        return compare_lines(before, after)  # nothing for the scheme to read: a blank file
    return _compare(old, new)


def compare_lines(before: str, after: str) -> list[PrintedProvision]:
    """The redline of two texts whose lines stand for provisions."""
    vocabulary = Vocabulary()
    old, new = lines(before, vocabulary), lines(after, vocabulary)
    return _compare(_Side(old, old.wholes), _Side(new, new.wholes))


def _act(text: str, scheme: Scheme, vocabulary: Vocabulary) -> _Side:
    tree = scheme.parse(text).tree
    pieces = [scheme.render(Tree((element,))) for element in tree]
    if pieces:
        pieces[-1] += tree.tail
    in_tables = frozenset(k for k, element in enumerate(tree) if element.kind in (Kind.TABLE, Kind.ROW))
    return _Side(Provisions(vocabulary, tree), pieces, in_tables)


def _compare(old: _Side, new: _Side) -> list[PrintedProvision]:
    moves: dict[tuple[int, ...], int] = {}
    provisions = []
    for step in outline(old.blocks, new.blocks):
        if step.change is Change.MOVED:
            provisions.append(_moved(old, new, step, moves.setdefault(step.old, len(moves) + 1)))
        else:
            provisions.append(_stayed(old, new, step))
    return provisions


def _stayed(old: _Side, new: _Side, step: Pairing) -> PrintedProvision:
    before, after = old.text(step.old), new.text(step.new)
    change = step.change
    if change is Change.UNCHANGED and before != after:
        change = Change.EDITED  # only in print: a space, a footnote mark
    return PrintedProvision(
        change,
        old.numbers(step.old),
        new.numbers(step.new),
        diff_text(before, after),
        is_new_place=bool(step.new),
        is_in_table=_is_in_table(old, new, step),
    )


def _moved(old: _Side, new: _Side, step: Pairing, move: int) -> PrintedProvision:
    before, after = old.text(step.old), new.text(step.new)
    return PrintedProvision(
        change=Change.MOVED,
        before=old.numbers(step.old),
        after=new.numbers(step.new),
        spans=(Span(Mark.INSERTED, after) if step.is_new_place else Span(Mark.DELETED, before),),
        move=move,
        is_new_place=step.is_new_place,
        inner=diff_text(before, after),
        is_in_table=_is_in_table(old, new, step),
    )


def _is_in_table(old: _Side, new: _Side, step: Pairing) -> bool:
    """Whether everything on both sides is cells of a table."""
    sides = [(side, places) for side, places in ((old, step.old), (new, step.new)) if places]
    return all(side.are_in_table(places) for side, places in sides)

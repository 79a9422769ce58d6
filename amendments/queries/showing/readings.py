"""A version, or two versions against each other, as the rows that a page shows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.safestring import SafeString

from amendments.models import Instrument, Version
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Kind, Tree
from amendments.queries.languages.editions import Editions, editions_of
from amendments.queries.languages.shown_texts import AUTHENTIC_ONLY, ShownTexts, WordingTold
from amendments.queries.showing.row_making import compared_rows, plain_rows, rows_of, with_columns
from amendments.queries.showing.rows import Row
from amendments.queries.showing.runs import FootnoteMark
from amendments.queries.showing.trees import tree_of
from amendments.queries.targets import instructions_by_provision
from amendments.redline.compare import compare
from amendments.redline.provision_redline import Change, Mark

COUNTED = ("changed", "inserted", "moved", "repealed")


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the table of contents: a division, or an article with what happens in it."""

    anchor: str
    label: str
    heading: str
    is_division: bool
    is_changed: bool
    language: str


class Pieces(dict[object, SafeString]):
    """What was rendered of a reading, by all that it depends on; emptied when it holds more than `most` pieces."""

    def __init__(self, most: int = 0) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, name: object, piece: SafeString) -> None:
        if len(self) >= self._most:
            self.clear()
        super().__setitem__(name, piece)


@dataclass(frozen=True)
class Reading:
    """The rows of a page with its table of contents and counts; `apparatus` stands folded at its end.

    `html` holds what was rendered of it; each piece is named by all that it depends on.
    """

    before: Version | None
    after: Version
    rows: tuple[Row, ...]
    apparatus: tuple[Row, ...]
    contents: tuple[ContentsLine, ...]
    told: WordingTold | None = None
    html: Pieces = field(default_factory=Pieces, compare=False)

    @cached_property
    def changed(self) -> list[Row]:
        """The rows that change; a moved provision is listed at both places."""
        return [row for row in self.rows if row.is_changed]

    @cached_property
    def changed_in_context(self) -> list[Row]:
        """What changes, below the headings and introductory words under which it stands."""
        standing = {row.provision: row for row in self.rows if row.is_new_place}
        shown: list[Row] = []
        seen: set[str] = set()
        for row in self.changed:
            new = [each for each in (*_above(row, standing), row) if each.anchor not in seen]
            shown += new
            seen.update(each.anchor for each in new)
        return shown

    @cached_property
    def near(self) -> frozenset[str]:
        """The anchors of what changes and of what it stands under."""
        return frozenset(row.anchor for row in self.changed_in_context)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many provisions change, come, move and go; a moved one is counted once."""
        once = [row for row in self.changed if not row.is_moved or row.is_new_place]
        repealed = sum(row.is_repealed or row.change is Change.DELETED for row in once)
        moved = sum(row.is_moved for row in once)
        inserted = sum(row.change is Change.INSERTED for row in once)
        return dict(zip(COUNTED, (len(once), inserted, moved, repealed), strict=True))


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """The acts that are read on one page, in order: all that the text is about, or the one that was asked for."""

    readings: tuple[Reading, ...]
    acts: tuple[Instrument, ...]
    chosen: Instrument | None = None

    @property
    def has_several_acts(self) -> bool:
        """Whether a reader must be told which act stands where."""
        return len(self.acts) > 1

    @property
    def unofficial(self) -> list[Instrument]:
        """The acts above which the page says that they are no official text: the first one says it for all."""
        acts = [reading.after.instrument for reading in self.readings]
        found = [act for act in acts if not act.is_official]
        return found[:1] if len(found) == len(acts) else found

    @property
    def counts(self) -> dict[str, int]:
        """How many provisions change, come, move and go in all acts of the page."""
        found = [reading.counts for reading in self.readings]
        return {name: sum(counts[name] for counts in found) for name in COUNTED}


def text_of(version: Version, shown: ShownTexts = AUTHENTIC_ONLY) -> Reading:
    """A version by itself."""
    text = shown.editions(version, tree_of(version))
    return _reading(None, version, plain_rows(text), text, shown)


def redline_of(before: Version, after: Version, shown: ShownTexts = AUTHENTIC_ONLY) -> Reading:
    """One version against another, of the same act or of any two."""
    old = shown.editions(before, tree_of(before))
    new = shown.editions(after, tree_of(after))
    instructions = instructions_by_provision(after) if after.parent_id == before.pk else {}
    rows = [
        replace(row, instructions=instructions.get(row.provision, ())) if row.is_changed else row
        for row in compared_rows(old, new)
    ]
    return _reading(before, after, rows, new, shown)


def preview(base: Version, before: Tree, after: Tree) -> Reading:
    """A working text that is not sealed, against its base."""
    old, new = (editions_of(base.instrument, tree) for tree in (before, after))
    return _reading(base, base, compared_rows(old, new), new)


def changed_rows(base: Version, before: Tree, after: Tree, provisions: Collection[str]) -> list[Row]:
    """The rows of a preview that show a change of these provisions, without reading the rest of the act.

    One provision that stays stands beside them, as everything else does in the whole act: identity alone then says
    what became of which.
    """
    keys = {key for key in provisions if before.by_key.get(key) is not after.by_key.get(key)}
    stays = next((key for key, element in after.by_key.items() if before.by_key.get(key) is element), "")
    old, new = (_part(tree, {*keys, stays}) for tree in (before, after))
    whole = [editions_of(base.instrument, tree) for tree in (before, after)]
    rows = rows_of(compare(old, new).provisions, *whole)
    return [row for row in with_columns(rows) if row.is_changed and row.provision in keys]


def _part(tree: Tree, keys: Collection[str]) -> Tree:
    return Tree(tree.in_order(tree.by_key[key] for key in keys if key in tree.by_key))


def _reading(
    before: Version | None,
    after: Version,
    rows: Iterable[Row],
    text: Editions,
    shown: ShownTexts = AUTHENTIC_ONLY,
) -> Reading:
    read = with_columns(row for row in rows if row.element.kind is not Kind.CONTENTS)
    law = tuple(row for row in read if not row.is_apparatus)
    apparatus = tuple(row for row in read if row.is_apparatus)
    told = shown.told([each for each in (before, after) if each is not None], law)
    return Reading(before, after, law, apparatus, tuple(_contents(law, text)), told)


def _above(row: Row, standing: Mapping[str, Row]) -> list[Row]:
    """The provisions under which a row stands, from the top, and the words above the columns of its table."""
    head = standing.get(row.columns.head)
    chain = [head] if head is not None and head.provision != row.provision else []
    parent = standing.get(row.element.parent)
    while parent is not None and parent not in chain:
        chain.append(parent)
        parent = standing.get(parent.element.parent)
    return chain[::-1]


def _contents(rows: Iterable[Row], text: Editions) -> list[ContentsLine]:
    lines: list[ContentsLine] = []
    for row in rows:
        if row.is_division or row.is_article:
            lines.append(_line(row, text.labels_in(row.language)))
        elif lines and row.is_changed:  # also below an annex, whose rows have no article
            lines[-1] = replace(lines[-1], is_changed=True)
    return lines


def _line(row: Row, scheme: Scheme) -> ContentsLine:
    """A line as the act prints its label, "Chapter 1", "Article 1."; a number alone is cited, so that its kind is seen."""
    words = (
        run.text for run in row.heading if not isinstance(run, FootnoteMark) and run.mark is not Mark.DELETED
    )
    is_bare = bool(row.cited) and row.label.rstrip(".") == row.cited
    label = scheme.cite(row.element) if is_bare else row.label
    return ContentsLine(row.anchor, label, "".join(words), row.is_division, row.is_changed, row.language)

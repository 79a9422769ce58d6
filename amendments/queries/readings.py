"""A version, or two versions against each other, as the rows that a page shows."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from amendments.models import Instrument, Version
from amendments.plugins.registry import scheme_for
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree
from amendments.queries.rows import Listed, Row, with_marks
from amendments.queries.runs import FootnoteMark
from amendments.queries.table_lines import columns_of
from amendments.queries.targets import instructions_by_provision
from amendments.queries.trees import tree_of
from amendments.redline.apart import split_apart
from amendments.redline.compare import compare
from amendments.redline.redline import Change, Mark, ProvisionRedline, Span

DEPTHS = {Kind.PART: 1, Kind.POINT: 2, Kind.SUBPOINT: 3}
COUNTED = ("changed", "inserted", "moved", "repealed")
LISTED = re.compile(r"^\[(\d+)\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the table of contents: a division, or an article with what happens in it."""

    anchor: str
    label: str
    heading: str
    is_division: bool
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of a page with its table of contents and counts; `apparatus` stands folded at its end."""

    before: Version | None
    after: Version
    rows: tuple[Row, ...]
    apparatus: tuple[Row, ...]
    contents: tuple[ContentsLine, ...]

    @property
    def changed(self) -> list[Row]:
        """Only what changes; a moved provision at both of its places."""
        return [row for row in self.rows if row.is_changed]

    @property
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

    @property
    def near(self) -> frozenset[str]:
        """The anchors of what changes and of what it stands under."""
        return frozenset(row.anchor for row in self.changed_in_context)

    @property
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


def text_of(version: Version) -> Reading:
    """A version by itself."""
    tree = tree_of(version)
    scheme = _scheme(version)
    listed = _listed(tree)
    rows = [_plain(element, tree, scheme, listed) for element in tree]
    return _reading(None, version, rows)


def redline_of(before: Version, after: Version) -> Reading:
    """One version against another, of the same act or of any two."""
    old, new = tree_of(before), tree_of(after)
    instructions = instructions_by_provision(after) if after.parent_id == before.pk else {}
    return _compared(before, after, old, new, instructions)


def preview(base: Version, before: Tree, after: Tree) -> Reading:
    """A working text that is not sealed, against its base."""
    return _compared(base, base, before, after, {})


def changed_rows(base: Version, before: Tree, after: Tree, provisions: Collection[str]) -> list[Row]:
    """The rows of a preview that show a change of these provisions, without reading the rest of the act.

    One provision that stays stands beside them, as everything else does in the whole act: identity alone then says
    what became of which.
    """
    keys = {key for key in provisions if before.by_key.get(key) is not after.by_key.get(key)}
    stays = next((key for key, element in after.by_key.items() if before.by_key.get(key) is element), "")
    old, new = (_part(tree, {*keys, stays}) for tree in (before, after))
    scheme, listed = _scheme(base), _listed(after)
    rows = [
        row for item in compare(old, new).provisions for row in _rows(item, before, after, scheme, listed)
    ]
    return [row for row in _with_columns(rows) if row.is_changed and row.provision in keys]


def _part(tree: Tree, keys: Collection[str]) -> Tree:
    return Tree(tree.in_order(tree.by_key[key] for key in keys if key in tree.by_key))


def _compared(
    before: Version, after: Version, old: Tree, new: Tree, instructions: Mapping[str, tuple[int, ...]]
) -> Reading:
    scheme, listed = _scheme(after), _listed(new)
    rows = [row for item in compare(old, new).provisions for row in _rows(item, old, new, scheme, listed)]
    found = [
        replace(row, instructions=instructions.get(row.provision, ())) if row.is_changed else row
        for row in rows
    ]
    return _reading(before, after, found)


def _reading(before: Version | None, after: Version, rows: Iterable[Row]) -> Reading:
    shown = _with_columns(row for row in rows if row.element.kind is not Kind.CONTENTS)
    law = tuple(row for row in shown if not row.is_apparatus)
    apparatus = tuple(row for row in shown if row.is_apparatus)
    return Reading(before, after, law, apparatus, tuple(_contents(law, _scheme(after))))


def _with_columns(rows: Iterable[Row]) -> list[Row]:
    """The rows, of which those of one table know its columns."""
    found: list[Row] = []
    for is_table, group in groupby(rows, key=lambda row: row.is_table):
        some = list(group)
        if is_table:
            columns = columns_of([(row.element.kind, row.provision, row.text) for row in some])
            some = [replace(row, columns=each) for row, each in zip(some, columns, strict=True)]
        found += some
    return found


def _scheme(version: Version) -> Scheme:
    return scheme_for(version.instrument.country, version.instrument.language)


def _listed(tree: Tree) -> Listed:
    """The footnotes that the act prints at its end: by their numbers, the key of the list in which each stands."""
    lists = tree.of_kind(Kind.APPARATUS)
    return {number: each.key for each in lists for number in LISTED.findall(each.text)}


def _plain(element: Element, tree: Tree, scheme: Scheme, listed: Listed) -> Row:
    heading, text = (
        with_marks([Span(Mark.KEPT, words)] if words else [], element, part, listed, gone=Mark.DELETED)
        for part, words in (("heading", element.heading), ("text", element.text))
    )
    return Row(
        provision=element.key,
        element=element,
        label=scheme.label(element),
        cited=element.number,
        depth=_depth(element, tree),
        heading=heading,
        text=text,
        is_repealed=element.repealed,
    )


def _rows(item: ProvisionRedline, old: Tree, new: Tree, scheme: Scheme, listed: Listed) -> list[Row]:
    """One row for each provision that a reader finds under a number of its own."""
    return [_row(each, old, new, scheme, listed) for each in split_apart(item, old, new)]


def _row(item: ProvisionRedline, old: Tree, new: Tree, scheme: Scheme, listed: Listed) -> Row:
    was = [old.by_key[key] for key in item.before]
    now = [new.by_key[key] for key in item.after]
    is_old_place = not now or (bool(was) and not item.is_new_place)
    element, other = (was[0], now) if is_old_place else (now[0], was)
    gone = Mark.INSERTED if is_old_place else Mark.DELETED
    plain = _plain(element, old if is_old_place else new, scheme, listed)
    is_repealed = bool(now) and now[0].repealed
    changes_force = bool(was) and bool(now) and was[0].repealed != is_repealed
    return replace(
        plain,
        heading=with_marks(item.heading, element, "heading", listed, gone=gone),
        text=with_marks(item.text, element, "text", listed, gone=gone),
        change=Change.EDITED if changes_force and item.change is Change.UNCHANGED else item.change,
        is_new_place=item.is_new_place,
        number=item.number,
        is_repealed=is_repealed,
        other=", ".join(each.number for each in other if each.number),
    )


def _depth(element: Element, tree: Tree) -> int:
    parent = tree.by_key.get(element.parent)
    if element.kind in (Kind.PARAGRAPH, Kind.NOTE) and parent is not None:
        return DEPTHS.get(parent.kind, 0)
    return DEPTHS.get(element.kind, 0)


def _above(row: Row, standing: Mapping[str, Row]) -> list[Row]:
    """The provisions under which a row stands, from the top, and the words above the columns of its table."""
    head = standing.get(row.columns.head)
    chain = [head] if head is not None and head.provision != row.provision else []
    parent = standing.get(row.element.parent)
    while parent is not None and parent not in chain:
        chain.append(parent)
        parent = standing.get(parent.element.parent)
    return chain[::-1]


def _contents(rows: Iterable[Row], scheme: Scheme) -> list[ContentsLine]:
    lines: list[ContentsLine] = []
    for row in rows:
        if row.is_division or row.is_article:
            lines.append(_line(row, scheme))
        elif lines and row.is_changed and not lines[-1].is_division:
            lines[-1] = replace(lines[-1], is_changed=True)
    return lines


def _line(row: Row, scheme: Scheme) -> ContentsLine:
    """A line as the act prints its label, "Chapter 1", "Article 1."; a number alone is cited, so that its kind is seen."""
    words = (
        run.text for run in row.heading if not isinstance(run, FootnoteMark) and run.mark is not Mark.DELETED
    )
    is_bare = bool(row.cited) and row.label.rstrip(".") == row.cited
    label = scheme.cite(row.element) if is_bare else row.label
    return ContentsLine(row.anchor, label, "".join(words), row.is_division, row.is_changed)

"""Makes the rows of a page from trees: one text, or one against another, in the words that the reader reads."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from amendments.provisions.citing.address import annex_of
from amendments.provisions.citing.names import is_cited_with_table
from amendments.provisions.printing.label_forms import caption_of, has_cell_of_number
from amendments.provisions.tree import Element, Kind, Tree
from amendments.queries.languages.editions import Edition, Editions
from amendments.queries.showing.captions import NO_CAPTION
from amendments.queries.showing.rows import DIVISIONS, ITEMS, Listed, Row, new_marks, with_marks
from amendments.queries.showing.table_lines import InColumns, columns_of
from amendments.redline.apart import split_apart
from amendments.redline.compare import compare
from amendments.redline.provision_redline import Change, Mark, ProvisionRedline, Span
from amendments.redline.text_redline import diff_text

DEPTHS = {Kind.PART: 1, Kind.POINT: 2, Kind.SUBPOINT: 3}
LISTED = re.compile(r"^\[(\d+)\]", re.MULTILINE)


def plain_rows(text: Editions) -> list[Row]:
    """The rows of one text."""
    listed = _listed(text.authentic.tree)
    return [_plain(element.key, text.of(element.key), listed) for element in text.authentic.tree]


def compared_rows(old: Editions, new: Editions) -> list[Row]:
    """The rows of one text against another.

    The authentic words say what became of which provision. A provision that is translated on both sides shows the
    difference of the translations; any other one shows that of the authentic words.
    """
    return rows_of(compare(old.authentic.tree, new.authentic.tree).provisions, old, new)


def rows_of(provisions: Iterable[ProvisionRedline], old: Editions, new: Editions) -> list[Row]:
    """The rows of provisions that are compared already."""
    sides = Sides(old, new, _listed(new.authentic.tree))
    return [row for item in provisions for row in sides.rows(item)]


@dataclass(frozen=True, slots=True)
class Sides:
    """The two texts of a comparison, and the footnotes that the second one prints."""

    old: Editions
    new: Editions
    listed: Listed

    def rows(self, item: ProvisionRedline) -> list[Row]:
        """One row for each provision that a reader finds under a number of its own."""
        old, new = self.old.authentic, self.new.authentic
        authentic = split_apart(item, old.tree, new.tree)
        pair = self._translated(item)
        if pair is None:
            return [_row(each, old, new, self.listed) for each in authentic]
        was, now = pair
        parts = split_apart(in_words_of(item, was.tree, now.tree), was.tree, now.tree)
        shown = [replace(part, change=each.change) for part, each in zip(parts, authentic, strict=True)]
        return [_row(each, was, now, self.listed) for each in shown]

    def _translated(self, item: ProvisionRedline) -> tuple[Edition, Edition] | None:
        """The translations of both texts, where they hold the provision on both sides."""
        was, now = self.old.translation, self.new.translation
        if was is None or now is None or not (was.holds(item.before) and now.holds(item.after)):
            return None
        return was, now


def in_words_of(item: ProvisionRedline, old: Tree, new: Tree) -> ProvisionRedline:
    """The comparison of the same provisions in the words of other trees."""
    was, now = [old.by_key[key] for key in item.before], [new.by_key[key] for key in item.after]
    return replace(
        item,
        heading=diff_text(_joined(was, "heading"), _joined(now, "heading")),
        text=diff_text(_joined(was, "text"), _joined(now, "text")),
    )


def _joined(elements: Sequence[Element], field: str) -> str:
    return "\n".join(filter(None, (getattr(element, field) for element in elements)))


def with_columns(rows: Iterable[Row]) -> list[Row]:
    """The rows, of which those of one table know its columns."""
    found: list[Row] = []
    for is_table, group in groupby(rows, key=lambda row: row.is_table):
        some = list(group)
        if is_table:
            columns = columns_of([_in_columns(row) for row in some])
            some = [replace(row, columns=each) for row, each in zip(some, columns, strict=True)]
        found += some
    return found


def _in_columns(row: Row) -> InColumns:
    return InColumns(row.element.kind, row.provision, row.text, has_cell_of_number(row.element))


def _listed(tree: Tree) -> Listed:
    """The footnotes that the act prints at its end: by their numbers, the key of the list in which each stands."""
    lists = tree.of_kind(Kind.APPARATUS)
    return {number: each.key for each in lists for number in LISTED.findall(each.text)}


def _plain(key: str, edition: Edition, listed: Listed) -> Row:
    element = edition.tree.by_key[key]
    heading, text = (
        with_marks([Span(Mark.KEPT, words)] if words else [], element, part, listed, gone=Mark.DELETED)
        for part, words in (("heading", element.heading), ("text", element.text))
    )
    label = edition.scheme.label(element)
    is_named = (label or element.number) and not _counts_where_it_stands(element, edition.tree)
    return Row(
        provision=element.key,
        element=element,
        label=label,
        cited=element.number,
        depth=_depth(element, edition.tree),
        heading=heading,
        text=text,
        is_repealed=element.repealed,
        language=edition.language,
        citation="" if is_named else edition.scheme.cite(element),
        labels=(label, label),
        captions=(caption_of(element),) * 2,
    )


def _row(item: ProvisionRedline, old: Edition, new: Edition, listed: Listed) -> Row:
    was = [old.tree.by_key[key] for key in item.before]
    now = [new.tree.by_key[key] for key in item.after]
    is_old_place = not now or (bool(was) and not item.is_new_place)
    element, other = (was[0], now) if is_old_place else (now[0], was)
    gone = Mark.INSERTED if is_old_place else Mark.DELETED
    plain = _plain(element.key, old if is_old_place else new, listed)
    is_repealed = bool(now) and now[0].repealed
    changes_force = bool(was) and bool(now) and was[0].repealed != is_repealed
    heading, text = (
        with_marks(spans, element, part, listed, gone=gone, new=new_marks(was, element))
        for part, spans in (("heading", item.heading), ("text", item.text))
    )
    shown = replace(
        plain,
        heading=heading,
        text=text,
        change=Change.EDITED if changes_force and item.change is Change.UNCHANGED else item.change,
        is_new_place=item.is_new_place,
        number=item.number,
        is_repealed=is_repealed,
        captions=(_caption(was), _caption(now)),
        labels=(_label(was, old, plain) if _had_number(item) else "", _label(now, new, plain)),
        other=", ".join(
            filter(None, (each.number or (new if is_old_place else old).scheme.label(each) for each in other))
        ),
    )
    return _without_its_part(shown, was, old) if item.change is Change.MERGED else shown


def _caption(elements: Sequence[Element]) -> tuple[int, int]:
    return caption_of(elements[0]) if elements else NO_CAPTION


def _had_number(item: ProvisionRedline) -> bool:
    """Whether what stands on the left has its label there: not a new part with words of its article."""
    return item.change is not Change.SPLIT or any(span.mark is not Mark.INSERTED for span in item.number)


def _without_its_part(row: Row, was: Sequence[Element], old: Edition) -> Row:
    """An article that took the words of its only part keeps its label; that of the part goes."""
    holder, *below = was
    if holder.number != row.cited or holder.text or [each.parent for each in below] != [holder.key]:
        return row
    gone = Span(Mark.DELETED, f"{old.scheme.label(below[0])} ")
    kept = (Span(Mark.KEPT, row.cited),)
    return replace(row, number=kept, labels=(row.label, row.label), text=(gone, *row.text))


def _label(side: Sequence[Element], edition: Edition, shown: Row) -> str:
    """What one of the two texts prints before a provision; of several provisions all their numbers."""
    if len(side) == 1:
        return edition.scheme.label(side[0])
    numbers = ", ".join(each.number for each in side if each.number)
    return shown.label.replace(shown.cited, numbers, 1) if numbers else ""


def _counts_where_it_stands(element: Element, tree: Tree) -> bool:
    """Whether a number says nothing alone: that of a row, a chapter, an annex, and what is not counted in all the act."""
    if element.kind in ITEMS and "." not in element.number:
        return True
    if element.kind in ITEMS or element.kind is Kind.ARTICLE:
        return annex_of(tree, element) is not None
    if element.kind in DIVISIONS:
        return bool(element.number)
    return is_cited_with_table(element.kind, element.number)


def _depth(element: Element, tree: Tree) -> int:
    parent = tree.by_key.get(element.parent)
    if element.kind in (Kind.PARAGRAPH, Kind.NOTE) and parent is not None:
        return DEPTHS.get(parent.kind, 0)
    return DEPTHS.get(element.kind, 0)

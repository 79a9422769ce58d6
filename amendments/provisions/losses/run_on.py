"""Finds provisions that are printed one behind the other in the words of another: "Maddə 1. … Maddə 2. …", "(1) A. (2) B."."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.numbers import Component
from amendments.provisions.recognising.joined_lines import (
    heads_heading,
    heads_next,
    unpunctuated_headings,
    upper_headings,
)
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.tree import Kind

_CAPITAL = r" +[“«\"]?[^\W\d_a-zа-яёəğıöüşç]"
_FIRST = r"(?:^|(?<=\s))"
_AFTER_SENTENCE = r"(?<=[.;:!?»”\]])\s+"
# "1. First. 2. Second." and "(1) Alpha. (2) Beta."
_FORMS = tuple(
    (re.compile(_FIRST + form.format(1) + _CAPITAL), re.compile(_AFTER_SENTENCE + form.format(2) + _CAPITAL))
    for form in (r"{}\.", r"\({}\)")
)
_HEADING = re.compile(r"(?:^|(?<=\s))\S{1,20} (?:[0-9]{1,4}|[IVXLC]{1,6})\s?[.:–—-]")
_LONGEST_LABEL = 100  # characters that tell what begins there

Value = tuple[Component, ...]


def run_on_lines(read: ReadAct) -> Iterator[int]:
    """The lines in which 1 and 2 of a list stand, or two articles in a row of which the act has neither."""
    known = {(provision.kind, provision.value) for provision in read.provisions}
    articles = {value for kind, value in known if kind is Kind.ARTICLE}
    for index in range(len(read.act)):
        if index in read.kinds or index in read.act.quoted:
            continue
        content = read.act.content(index)
        label = read.act.label(index)
        start = label.end if label is not None and index in read.opening else 0
        if (
            _counts(content, start)
            or _has_articles(read, content, start, articles)
            or _has_upper(read, index, start, known)
        ):
            yield index


def _counts(content: str, start: int) -> bool:
    """Whether 1 and, behind a sentence, 2 are printed alike in the words."""
    for one, two in _FORMS:
        first = one.search(content, start)
        if first and two.search(content, first.end()):
            return True
    return False


def _has_upper(read: ReadAct, index: int, start: int, known: Collection[tuple[Kind, Value]]) -> bool:
    """Whether the heading of an annex stands at the end of the line, or that of a chapter above the heading of an article.

    Without a full stop before it, a known number without a title is cited.
    """
    below = (read.act.label(index + 1), read.act.label(index + 2))
    is_above = heads_next(read.act.labels, index) and any(
        label and label.form is Form.HEADING for label in below
    )
    content = read.act.content(index)
    cuts = upper_headings(content, start, read.read)
    if any(is_above or cut.label.kind is Kind.ANNEX for cut in cuts):
        return True
    if index in read.headed or not heads_heading(read.act.labels, index):
        return False
    return any(
        cut.place + cut.label.end < len(content) or (cut.label.kind, cut.label.value) not in known
        for cut in unpunctuated_headings(content, start, read.read)
    )


def _has_articles(read: ReadAct, content: str, start: int, known: set[Value]) -> bool:
    """Whether the labels of two articles in a row stand in the words."""
    found: list[Label] = []
    for match in _HEADING.finditer(content, start):
        label = read.read(content[match.start() : match.start() + _LONGEST_LABEL])
        if label and label.form is Form.HEADING and label.kind is Kind.ARTICLE and label.is_marked:
            found.append(label)
    return any(
        after.value[0].value == before.value[0].value + 1 and not {before.value, after.value} & known
        for before, after in pairwise(label for label in found if label.value)
    )
